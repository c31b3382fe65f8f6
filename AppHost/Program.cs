using IntegrationPlatform.AppHost.Commands;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;
#if ASPIRE
using IntegrationPlatform.AppHost;
#endif

const int Failed = 1;

try
{
    return args switch
    {
        ["up", .. var rest] => await Up.RunAsync(rest),
        ["down", .. var rest] => await Down.RunAsync(rest),
        ["status", ..] => await Status.RunAsync(),
        ["audit", ..] => await Audit.RunAsync(),
        ["token", .. var rest] => await Token.RunAsync(rest),
        ["demo", .. var rest] => await ProgramOfOurs.RunAsync("tests/Journey/Journey.csproj", rest),
        ["bench", .. var rest] => await Bench.RunAsync(rest),
        ["chaos", .. var rest] => await ProgramOfOurs.RunAsync("tests/Chaos/Chaos.csproj", rest),
        ["test", .. var rest] => await RunTests.RunAsync(rest),
#if ASPIRE
        // What Aspire's own tool passes: `aspire run`, `aspire publish`.
        _ => await AspirePlatform.RunAsync(args, replicas: 1),
#else
        _ => await Up.RunAsync(args),
#endif
    };
}
catch (Exception fault)
    when (fault is CommandException or PortTakenException or ServerMissingException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"{Environment.NewLine}{fault.Message}");
    return Failed;
}
catch (OperationCanceledException)
{
    return Failed;
}
