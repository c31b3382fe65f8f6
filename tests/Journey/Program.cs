using System.Text.Json;
using IntegrationPlatform.Journey;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;
using IntegrationPlatform.Local.Run;

const int Finished = 0;
const int NotAllArrived = 1;
const int CannotStart = 2;

if (JourneyOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(JourneyOptions.Help);
    return CannotStart;
}

if (RunFile.Find(options.Folder) is not { } run)
{
    Console.Error.WriteLine($"No platform runs here ({options.Folder}). Start one: ./platform up --detach");
    return CannotStart;
}

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};

try
{
    var story = new ConsoleStory(Console.Out, isTerminal: !Console.IsOutputRedirected);
    var result = await Play.Journey(run, options.Residents, story, cancel.Token);
    Console.WriteLine();
    Console.WriteLine(options.Json ? JsonSerializer.Serialize(result, Api.Json) : result.Sentence);
    return result.AllArrivedOnce ? Finished : NotAllArrived;
}
catch (Exception ended) when (ended is RefusedException or TimeoutException or InvalidOperationException)
{
    Console.Error.WriteLine($"\nThe journey ended: {ended.Message}");
    return NotAllArrived;
}
catch (OperationCanceledException) when (cancel.IsCancellationRequested)
{
    Console.Error.WriteLine("\nThe journey was stopped. What was done stays; a new journey brings new residents.");
    return NotAllArrived;
}
