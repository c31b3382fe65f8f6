using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>The statements that this process sends to one database, as the driver traces them.</summary>
public sealed class Statements : IDisposable
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ActivityListener _listener;

    private Statements(string database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = statement =>
            {
                if (statement.TagObjects.Any(tag => Equals(tag.Value, database)))
                {
                    _all.Enqueue(string.Join(' ', statement.TagObjects.Select(tag => tag.Value).OfType<string>()));
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How many so far.</summary>
    public int Count => _all.Count;

    /// <summary>What is known of each: text, database, server.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>Listens from now on.</summary>
    public static Statements Of(Servers servers) => new(new NpgsqlConnectionStringBuilder(servers.Database).Database!);

    public void Dispose() => _listener.Dispose();
}
