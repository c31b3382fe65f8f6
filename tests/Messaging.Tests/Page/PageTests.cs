using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests.Page;

/// <summary>What <c>docs/messaging.md</c> shows compiles and works, and the tests that it names exist.</summary>
public sealed partial class PageTests
{
    private static readonly DateOnly Day = new(2024, 3, 6);
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_page_s_service_lists_a_visit_that_was_missed_and_not_one_that_was_held()
    {
        await using var app = await StartAsync();
        using var client = app.GetTestClient();
        var (missed, held) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var visit in new[] { missed, held })
        {
            (await client.PostAsJsonAsync("/visits", new VisitBooked(visit, Day))).EnsureSuccessStatusCode();
        }

        await app.Services.GetRequiredService<IBus>().Publish(new VisitHeld(held));
        await Eventually.Becomes("Done Waiting", () => StatesAsync(app));
        _clock.MoveTo(Day.AddDays(1));

        await Eventually.Becomes("Done Missed", () => StatesAsync(app));
        await Eventually.Becomes(
            missed,
            () => InDatabaseAsync(app, db => db.MissedVisits.Select(v => v.Id).SingleOrDefaultAsync())
        );
    }

    [Fact]
    public void Every_piece_of_code_on_the_page_stands_in_this_folder()
    {
        var folder = Path.Combine(Root, "tests/Messaging.Tests/Page");
        var code = string.Join('\n', Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText));
        var shown = Code().Matches(Text()).Select(m => m.Groups["code"].Value).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, piece => Assert.Contains(Flat(piece), Flat(code), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_test_that_the_page_names_is_in_the_suite()
    {
        var tests = typeof(PageTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: false))
            .Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal);
        var named = TestName().Matches(Text()).Select(m => m.Groups["name"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    private static string Root { get; } = FindRoot();

    private static string Text() => File.ReadAllText(Path.Combine(Root, "docs/messaging.md"));

    // Indentation differs between a file and a page.
    private static string Flat(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntegrationPlatform.sln")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("No IntegrationPlatform.sln above the tests.");
        }

        return folder.FullName;
    }

    private async Task<WebApplication> StartAsync()
    {
        var servers = await Servers.NewAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.Broker;
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddDbContextPool<VisitsDb>(db => db.UseNpgsql(servers.Database));
        builder.AddMessaging<VisitsDb>(
            "visits",
            messaging => messaging.AddConsumer<ListMissedVisits>().AddSaga<VisitSaga, Visit>()
        );
        var app = builder.Build();
        app.MapPost(
            "/visits",
            async (VisitBooked visit, VisitsDb db, IPublishEndpoint bus, CancellationToken cancellation) =>
            {
                await bus.Publish(visit, cancellation);
                await db.SaveChangesAsync(cancellation);
                return TypedResults.Accepted((string?)null);
            }
        );
        await InDatabaseAsync(
            app,
            async db =>
            {
                await db.CreateTablesAsync();
                return db;
            }
        );
        await app.StartAsync();
        await app
            .Services.GetRequiredService<IBusControl>()
            .WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(1));
        return app;
    }

    private static async Task<string> StatesAsync(WebApplication app) =>
        string.Join(
            ' ',
            await InDatabaseAsync(
                app,
                db => db.Set<Visit>().Select(v => v.CurrentState).OrderBy(state => state).ToListAsync()
            )
        );

    private static async Task<T> InDatabaseAsync<T>(WebApplication app, Func<VisitsDb, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<VisitsDb>());
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("`(?<name>[A-Z][a-z]*_[A-Za-z_0-9]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
