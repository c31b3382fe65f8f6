using IntegrationPlatform.Chaos;
using IntegrationPlatform.Chaos.Script;

const int Held = 0;
const int Failed = 1;
const int CannotStart = 2;

if (ChaosOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine("This is not understood. See: ./platform help chaos");
    return CannotStart;
}

var length = TimeSpan.FromMinutes(options.Minutes);
if (options.Script)
{
    Console.WriteLine(string.Join(Environment.NewLine, FaultScript.Make(options.Seed, length, options.Kinds)));
    return Held;
}

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};
var checkout = Directory.GetCurrentDirectory();
var settings = new ChaosSettings(checkout, Path.Combine(checkout, ".local", "chaos"))
{
    Kinds = options.Kinds,
    Length = length,
    Seed = options.Seed,
};
try
{
    var result = await ChaosRun.RunAsync(settings, Console.WriteLine, cancel.Token);
    Console.WriteLine();
    Console.WriteLine(result.Text());
    Console.WriteLine($"Again: ./platform chaos {string.Join(' ', options.Arguments)}");
    if (!result.Holds)
    {
        Console.WriteLine($"Logs, until the next run: {Path.Combine(settings.Folder, "logs")}");
    }

    if (options.Json)
    {
        Console.WriteLine(result.Json());
    }

    return result.Holds ? Held : Failed;
}
catch (InvalidOperationException fault)
{
    Console.Error.WriteLine(fault.Message);
    return CannotStart;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("The run was stopped.");
    return Failed;
}
