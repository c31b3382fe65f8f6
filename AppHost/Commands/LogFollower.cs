using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Shows what the platform's processes log, each line with its part's name, and says when one has ended.</summary>
internal static class LogFollower
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task FollowAsync(IReadOnlyList<RunningPart> parts, CancellationToken stop)
    {
        var width = parts.Max(part => part.Name.Length);
        var logs = parts.Select(part => (Part: part, Lines: new NewLines(part.Log))).ToList();
        var ended = new HashSet<RunningPart>();
        while (!stop.IsCancellationRequested)
        {
            foreach (var (part, lines) in logs)
            {
                lines.Read().ForEach(line => Say(part, line));
                if (!part.Runs && ended.Add(part))
                {
                    Say(part, $"has ended. Its log: {part.Log}");
                }
            }

            await Task.Delay(Pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        void Say(RunningPart part, string line) => Console.WriteLine($"{part.Name.PadRight(width)} | {line}");
    }
}
