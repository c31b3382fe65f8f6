using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Identity and answers are sealed at rest, and erasure makes them unreadable for ever (ALL-1).</summary>
[Collection(MappingService.Name)]
public sealed class IdentityAtRestTests(MappingFixture fixture)
{
    [Fact]
    public async Task No_row_of_the_database_holds_identity_or_answers_in_the_clear()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival["name"] = "Unmistakable Name";
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        var mapping = Scene.Mapping();
        mapping["skills"] = new JsonArray("Unmistakable skill");
        await (await cluster.Post($"residents/{id}/mapping", mapping)).ReadAs(HttpStatusCode.Created);

        var everything = await DumpAsync();

        Assert.Contains(id.ToString(), everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Unmistakable", everything, StringComparison.Ordinal);
        Assert.DoesNotContain((string)arrival["duf"]!, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Hex("Unmistakable"), everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Hex((string)arrival["duf"]!), everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_destroys_the_key_and_is_told()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping());
        var heard = await fixture.Listen<ResidentErased>();

        var answer = await cluster.Udi.Post($"residents/{id}/erasure");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await heard.First(m => m.ResidentId == id);
        foreach (var path in new[] { $"residents/{id}", $"residents/{id}/mapping" })
        {
            foreach (var reader in new[] { cluster.Centre, cluster.Udi, cluster.Imdi })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(path)).StatusCode);
            }
        }

        Assert.False(await fixture.InDatabase(db => db.ResidentKeys.AnyAsync(k => k.ResidentId == id)));
        Assert.True(await fixture.InDatabase(db => db.Residents.AnyAsync(r => r.Id == id && r.DufIndex == null)));
        await cluster.Udi.Post($"residents/{id}/erasure").Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task An_erased_person_may_arrive_again()
    {
        var cluster = await Scene.Establish(fixture, places: 1);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();

        await cluster.Udi.Post($"residents/{id}/erasure");

        Assert.NotEqual(id, (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Only_UDI_erases()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        using var centre = fixture.Partner(cluster.Established.CentreOrganisation, "mapping.permit", "mapping.write");

        var answer = await centre.Post($"residents/{id}/erasure");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True(await fixture.InDatabase(db => db.ResidentKeys.AnyAsync(k => k.ResidentId == id)));
    }

    [Fact]
    public async Task The_database_refuses_to_forget_what_was_done()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Centre.Get($"residents/{id}");

        await Assert.ThrowsAsync<PostgresException>(() =>
            fixture.InDatabase(db => db.Set<AuditEntry>().Where(e => e.CaseId == id).ExecuteDeleteAsync())
        );
        await Assert.ThrowsAsync<PostgresException>(() =>
            fixture.InDatabase(db =>
                db.Set<AuditEntry>()
                    .Where(e => e.CaseId == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.Organisation, "974760746"))
            )
        );
    }

    [Fact]
    public async Task After_a_rotation_of_the_master_key_a_person_is_still_found_and_read()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        var current = fixture.Services.GetRequiredService<IOptions<IdentitySettings>>().Value.MasterKey!;
        var rotated = new Vault(
            Options.Create(
                new IdentitySettings
                {
                    MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdentitySettings.KeyLength)),
                    FormerMasterKeys = { current },
                }
            )
        );

        var (resident, key) = await fixture.InDatabase(async db =>
            (await db.Residents.SingleAsync(r => r.Id == id), (await db.KeyForOpeningAsync(id))!)
        );

        Assert.Equal(
            (string?)arrival["duf"],
            rotated.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity).Duf
        );
        Assert.Contains(rotated.Indexes((string)arrival["duf"]!), i => i.SequenceEqual(resident.DufIndex!));
        Assert.False(rotated.Index((string)arrival["duf"]!).SequenceEqual(resident.DufIndex!));
    }

    [Fact]
    public async Task Rewrapping_moves_every_key_and_index_to_the_new_master_key_and_can_be_repeated()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        var duf = (string)arrival["duf"]!;
        var before = fixture.Services.GetRequiredService<IOptions<IdentitySettings>>().Value.MasterKey!;
        var after = Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdentitySettings.KeyLength));

        var moved = await RewrapAsync(to: after, from: before);
        var again = await RewrapAsync(to: after, from: before);

        var alone = VaultOf(after);
        var (resident, key) = await fixture.InDatabase(async db =>
            (await db.Residents.SingleAsync(r => r.Id == id), (await db.KeyForOpeningAsync(id))!)
        );
        Assert.Equal(duf, alone.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity).Duf);
        Assert.Equal(alone.Index(duf), resident.DufIndex);
        Assert.True(moved > 0);
        Assert.Equal(0, again);

        // Back, for the service that runs with the key from before.
        Assert.Equal(moved, await RewrapAsync(to: before, from: after));
        await (await cluster.Centre.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);
        await cluster.Centre.Post("residents", arrival).Refused(409, "duf-holds-a-place");
    }

    [Fact]
    public async Task All_that_is_held_on_a_person_is_exported()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        var until = Scene.Day(fixture.Clock.Today().AddDays(20));
        await cluster.Post(
            $"residents/{id}/deadline-exception",
            new JsonObject { ["until"] = until, ["reason"] = "Broke a leg." }
        );
        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);
        using var centre = fixture.Partner(cluster.Established.CentreOrganisation, "mapping.export");

        var export = await (await centre.Get($"residents/{id}/export")).ReadAs(HttpStatusCode.OK);

        Assert.Equal((string?)arrival["duf"], (string?)export["identity"]!["duf"]);
        Assert.Equal("Amina Yusuf", (string?)export["identity"]!["name"]);
        Assert.Equal("Nurse again", (string?)export["mappings"]![0]!["competence"]!["wishes"]!["work"]);
        Assert.Equal("Broke a leg.", (string?)export["deadlineExceptions"]![0]!["reason"]);
        Assert.Equal("exported", (string?)(await cluster.Log(id))[^1]!["act"]);
    }

    private Task<int> RewrapAsync(string to, string from) =>
        fixture.InDatabase(db => RewrapKeys.RunAsync(db, VaultOf(to, from), DufIndexes.RenewAsync));

    private static Vault VaultOf(string master, params string[] former)
    {
        var settings = new IdentitySettings { MasterKey = master };
        foreach (var key in former)
        {
            settings.FormerMasterKeys.Add(key);
        }

        return new Vault(Options.Create(settings));
    }

    // Every row of every table as text; byte columns as hexadecimal.
    private Task<string> DumpAsync() =>
        fixture.InDatabase(db =>
            db.Database.SqlQuery<string>(
                    $"""
                    select string_agg(query_to_xml(format('select t::text from %I t', table_name), true, true, '')::text, ' ')
                        as "Value"
                    from information_schema.tables where table_schema = 'public'
                    """
                )
                .SingleAsync()
        );

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
