using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>
/// The service behind the doors: set up as every service of the platform is, token and all, but with nothing to do, so
/// that as much of a request as can be is the door's.
/// </summary>
internal static class SmallService
{
    public const string Name = "small";

    /// <summary>The path of the GET; any id will do.</summary>
    public const string Resident = "/mapping/v1/residents/01991f3a-5c00-7000-8000-0000000000a1";

    /// <summary>The path of the POST.</summary>
    public const string Residents = "/mapping/v1/residents";

    /// <summary>The body of the POST.</summary>
    public const string Arrival =
        """{"name":"Amina Warsame","municipality":"4601","arrivedOn":"2016-10-03","languages":["so","ar"]}""";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        await using var app = builder.Build();
        app.UseServiceDefaults();
        var v1 = app.MapGroup("/mapping/v1");
        v1.MapGet("/residents/{id}", (Guid id) => TypedResults.Ok(Row(id))).RequireScope("mapping.read");
        v1.MapPost(
                "/residents",
                (NewResident resident) =>
                {
                    var id = Guid.CreateVersion7();
                    return TypedResults.Created($"{Residents}/{id}", resident);
                }
            )
            .RequireScope("mapping.write");
        await app.RunAsync();
    }

    private static ResidentRow Row(Guid id) =>
        new(id, "4601", new DateOnly(2016, 10, 3), PermitStatus: "granted", AgeGroup: "adult", Version: 3);

    internal sealed record NewResident(string Name, string Municipality, DateOnly ArrivedOn, string[] Languages);

    internal sealed record ResidentRow(
        Guid Id,
        string Municipality,
        DateOnly ArrivedOn,
        string PermitStatus,
        string AgeGroup,
        int Version
    );
}
