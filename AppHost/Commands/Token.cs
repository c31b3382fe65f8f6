using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Prints an access token of the local issuer, to call the gateway with curl.</summary>
internal static class Token
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0].StartsWith('-'))
        {
            throw new CommandException("Whose? For example: ./platform token 987879696 mapping.read mapping.write");
        }

        var wanted = (args.Count == 1 ? Platform.Scopes : args.Skip(1)).Select(scope =>
            scope.Contains(':', StringComparison.Ordinal) ? scope : Platform.ScopePrefix + scope
        );
        var client = new LocalClient(Checkout.Running());
        Console.WriteLine(await client.TokenAsync(args[0], string.Join(' ', wanted)));
        return 0;
    }
}
