using IntegrationPlatform.Tests;

namespace IntegrationPlatform.Contracts.Tests;

/// <summary>
/// No message changes unnoticed: each contract's name, URN and JSON stand in a committed file. A run with
/// <c>UPDATE_SNAPSHOTS=1</c> writes the files anew; what it changed is read like any other change.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Contracts.Tests/Snapshots");

    public static TheoryData<Contract> Contracts => [.. Contract.All];

    [Theory]
    [MemberData(nameof(Contracts), DisableDiscoveryEnumeration = true)]
    public void A_contract_is_on_the_wire_what_its_snapshot_says(Contract contract)
    {
        var file = Path.Combine(Folder, contract.File);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, contract.Snapshot());
        }

        Assert.True(File.Exists(file), $"{contract} has no snapshot: run with UPDATE_SNAPSHOTS=1 and commit it.");
        Assert.Equal(File.ReadAllText(file), contract.Snapshot());
    }

    [Fact]
    public void Every_snapshot_has_its_contract()
    {
        var files = Directory
            .EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f));

        Assert.Equal(
            Contract.All.Select(c => c.File).Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_service_has_contracts()
    {
        var services = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "services"))
            .Where(s => Directory.Exists(Path.Combine(s, "Service")))
            .Select(Path.GetFileName);

        Assert.Equal(
            services.Order(StringComparer.Ordinal),
            Contract
                .All.Select(c => c.File.Split('/')[0])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }
}
