using System.Globalization;

namespace IntegrationPlatform.Local.Processes;

/// <summary>An account of this machine, as <c>/etc/passwd</c> has it.</summary>
public sealed record Account(string Name, uint User, uint Group)
{
    /// <summary>Finds an account by name.</summary>
    /// <exception cref="InvalidOperationException">The machine has no such account.</exception>
    public static Account Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields[0] == name)
            .Select(fields => new Account(name, Number(fields[2]), Number(fields[3])))
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"This machine has no account named {name}.");

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
}
