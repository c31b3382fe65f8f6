namespace IntegrationPlatform.Architecture.Tests;

/// <summary>Who may reference whom (docs/architecture.md).</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Projects_reference_only_what_the_architecture_allows() =>
        Found.Nothing(ReferenceRules.Violations(SourceFile.All));

    [Fact]
    public void Slices_are_known_to_the_program_alone() => Found.Nothing(SliceRules.Violations(SourceFile.All));

    [Theory]
    [InlineData("services/Mapping/Service/Mapping.csproj", "../../Guidance/Service/Guidance.csproj")]
    [InlineData(
        "services/Mapping/Contracts/Mapping.Contracts.csproj",
        "../../../ServiceDefaults/Hosting/Hosting.csproj"
    )]
    [InlineData("gateway/Gateway.csproj", "../services/Mapping/Contracts/Mapping.Contracts.csproj")]
    [InlineData("ServiceDefaults/Messaging/Messaging.csproj", "../Hosting/Hosting.csproj")]
    [InlineData("services/Mapping/Service/Mapping.csproj", "../../../tests/Support/Support.csproj")]
    [InlineData("shared/Shared.csproj", "../gateway/Gateway.csproj")]
    public void A_reference_out_of_line_is_found(string project, string reference) =>
        Assert.Single(
            ReferenceRules.Violations([
                new(project, $"<Project><X><ProjectReference Include=\"{reference}\"/></X></Project>"),
            ])
        );

    [Theory]
    [InlineData("services/Mapping/Contracts/Mapping.Contracts.csproj", "MassTransit")]
    [InlineData("ServiceDefaults/Hosting/Hosting.csproj", "MassTransit.RabbitMQ")]
    [InlineData("gateway/Gateway.csproj", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    public void A_package_out_of_line_is_found(string project, string package) =>
        Assert.Single(
            ReferenceRules.Violations([
                new(project, $"<Project><X><PackageReference Include=\"{package}\"/></X></Project>"),
            ])
        );

    [Theory]
    [InlineData("SubmitMapping/SubmitMapping.cs")]
    [InlineData("Residents/Resident.cs")]
    [InlineData("MappingDb.cs")]
    public void Knowing_another_slice_is_found(string file)
    {
        var slice = new SourceFile(
            "services/Mapping/Service/RegisterArrival/RegisterArrival.cs",
            "internal static class RegisterArrival { public static void Map(IEndpointRouteBuilder v1) { } }"
        );
        var knows = new SourceFile(
            $"services/Mapping/Service/{file}",
            "using System;\nusing IntegrationPlatform.Mapping.RegisterArrival;\n"
        );

        Assert.Single(SliceRules.Violations([slice, knows]));
    }
}
