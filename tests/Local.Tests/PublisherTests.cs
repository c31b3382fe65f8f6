using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Tests;

/// <summary>What becomes of programs that are built anew while they run.</summary>
public sealed class PublisherTests
{
    private const string Project = "services/Example/Service/Example.csproj";

    [Fact]
    public async Task A_later_build_does_not_change_the_programs_of_a_run()
    {
        var publisher = new Publisher(TestFolder.Own, Path.Combine(TestFolder.Own, "published"));
        var published = publisher.Assembly(Project);
        Directory.CreateDirectory(Path.GetDirectoryName(published)!);
        await File.WriteAllTextAsync(published, "as it started");
        var run = Path.Combine(TestFolder.Own, "run");

        await publisher.CopyAsync([Project], run);
        await File.WriteAllTextAsync(published, "built later");

        Assert.Equal("as it started", await File.ReadAllTextAsync(Path.Combine(run, "Example", "Example.dll")));
    }
}
