using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IntegrationPlatform.Local.Processes;

/// <summary>The few calls of the operating system that .NET has no method for.</summary>
internal static partial class Posix
{
    private const int NoSuchProcess = 3;

    /// <summary>Sends a signal; a process that is already gone is left in peace.</summary>
    public static void Send(int process, Signal signal)
    {
        if (Kill(process, (int)signal) != 0 && Marshal.GetLastPInvokeError() is var error && error != NoSuchProcess)
        {
            throw new Win32Exception(error, $"Process {process} could not be sent {signal}");
        }
    }

    /// <summary>Gives a file or folder to an account.</summary>
    public static void Own(string path, Account account)
    {
        if (Chown(path, account.User, account.Group) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{path} could not be given to {account.Name}");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Chown(string path, uint user, uint group);
}
