using IntegrationPlatform.Benchmarks;
using IntegrationPlatform.Benchmarks.Gateway;
using IntegrationPlatform.Benchmarks.Intake;
using IntegrationPlatform.Benchmarks.Ledger;
using IntegrationPlatform.Benchmarks.Messaging;
using IntegrationPlatform.Local.Servers;

const int Failed = 1;
const string Usage = "Benchmarks: ./platform bench messaging|gateway [--quick] [--json]";

try
{
    switch (args)
    {
        case ["messaging", .. var rest]:
            return await MeasureAsync(MessagingBench.RunAsync, BenchOptions.From(rest));
        case ["gateway", .. var rest]:
            return await MeasureAsync(GatewayBench.RunAsync, BenchOptions.From(rest));
        // The processes that a benchmark measures are this program as well.
        case ["serve", IntakeService.Name]:
            await IntakeService.RunAsync();
            return 0;
        case ["serve", LedgerService.Name]:
            await LedgerService.RunAsync();
            return 0;
        case ["serve", SmallService.Name]:
            await SmallService.RunAsync();
            return 0;
        case ["serve", BareProxy.Name]:
            await BareProxy.RunAsync();
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return Failed;
    }
}
catch (Exception fault) when (fault is ServerMissingException or BenchException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return Failed;
}

static async Task<int> MeasureAsync(Func<BenchOptions, Task> measure, BenchOptions options)
{
    try
    {
        await measure(options);
    }
    catch
    {
        await Console.Error.WriteLineAsync($"The logs and data are in {TestFolder.Own} until the next run.");
        throw;
    }

    TestFolder.Remove();
    return 0;
}
