using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tests.Requests;
using IntegrationPlatform.Persistence.Audit;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Hosting.Tests.Audit;

/// <summary>The audit is chained, and a verification finds what somebody did to it behind the platform's back (ALL-2).</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private readonly Register _register = new();

    public Task InitializeAsync() => _register.InitializeAsync();

    public Task DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task An_untouched_audit_holds()
    {
        await WriteAsync(3);
        await SealAllAsync();
        await WriteAsync(2);
        await SealAllAsync();

        var report = await VerifyAsync();

        Assert.Null(report.Broken);
        Assert.Equal((5L, 0), (report.Entries, report.Open));
        Assert.True(report.Seals >= 2, $"{report.Seals} seals");
    }

    [Theory]
    [InlineData(
        "update audit_entries set organisation = '987879696' where position = (select min(position) from audit_entries)"
    )]
    [InlineData(
        "update audit_entries set at = at + interval '1 second' where position = (select min(position) from audit_entries)"
    )]
    [InlineData("delete from audit_entries where position = (select min(position) from audit_entries)")]
    [InlineData(
        """
            insert into audit_entries (at, client, operation, act, ground, about, transaction)
            select at, 'smuggled', operation, act, ground, about, transaction from audit_entries limit 1
            """
    )]
    [InlineData("delete from audit_seals where number = 1")]
    [InlineData("update audit_seals set entries = entries + 1 where number = 1")]
    [InlineData("update audit_seals set hash = sha256(hash) where number = 1")]
    public async Task Whatever_is_done_to_sealed_entries_is_found(string deed)
    {
        await WriteAsync(2);
        await SealAllAsync();
        await WriteAsync(1);
        await SealAllAsync();
        Assert.Null((await VerifyAsync()).Broken);

        Assert.True(await _register.InDatabase(db => db.Database.ExecuteSqlRawAsync(deed)) > 0);

        Assert.NotNull((await VerifyAsync()).Broken);
    }

    [Fact]
    public async Task A_seal_made_with_another_key_does_not_hold()
    {
        await WriteAsync(1);
        await SealAllAsync();
        var other = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Audit:Key"] = Convert.ToBase64String(new byte[32]) }
            )
            .Build();

        var report = await _register.InDatabase(db => VerifyAudit.RunAsync(db, new AuditKeys(other)));

        Assert.Contains("is not configured", report.Broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_whose_transaction_runs_longer_than_others_is_sealed_after_it()
    {
        await using var scope = _register.App.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<Register.RegisterDb>();
        await using var transaction = await slow.Database.BeginTransactionAsync();
        slow.Add(Entry("slow"));
        await slow.SaveChangesAsync();
        await WriteAsync(1);

        Assert.Null(await SealAsync());
        Assert.Equal(1, (await VerifyAsync()).Open);
        await transaction.CommitAsync();
        await SealAllAsync();

        var report = await VerifyAsync();
        Assert.Null(report.Broken);
        Assert.Equal(2, report.Entries);
    }

    [Fact]
    public async Task Two_replicas_do_not_make_two_chains()
    {
        await WriteAsync(10);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync()));
        await SealAllAsync();

        var report = await VerifyAsync();
        Assert.Null(report.Broken);
        Assert.Equal(10, report.Entries);
    }

    private async Task WriteAsync(int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await _register.InDatabase(db =>
            {
                db.Add(Entry("test"));
                return db.SaveChangesAsync();
            });
        }
    }

    private static AuditEntry Entry(string client) =>
        AuditEntry.OfPlatform(client, "test", Act.Changed, "ALL-2", Guid.NewGuid(), DateTimeOffset.UtcNow);

    private Task<AuditSeal?> SealAsync() =>
        _register.App.Services.GetRequiredService<AuditSealer<Register.RegisterDb>>().SealAsync(CancellationToken.None);

    // Another database's transaction on the same server can keep entries open for a moment.
    private Task SealAllAsync() =>
        Eventually.Holds(
            "everything is sealed",
            async () =>
            {
                await SealAsync();
                return (await VerifyAsync()) is { Open: 0 } or { Broken: not null };
            }
        );

    private Task<AuditReport> VerifyAsync() =>
        _register.InDatabase(db => VerifyAudit.RunAsync(db, _register.App.Services.GetRequiredService<AuditKeys>()));
}
