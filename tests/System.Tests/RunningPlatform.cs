using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.SystemTests;

/// <summary>
/// The whole platform as processes of this machine, two of each service, on free ports. It ends with the tests, also
/// when their process is killed.
/// </summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private LocalPlatform? _platform;

    /// <summary>What runs.</summary>
    public LocalPlatform Platform => _platform ?? throw new InvalidOperationException("The platform is not started.");

    /// <inheritdoc />
    public async Task InitializeAsync() =>
        _platform = await LocalPlatform.StartAsync(
            new LocalOptions
            {
                Checkout = Repository.Root,
                Folder = Path.Combine(TestFolder.Own, "platform"),
                Programs = Path.Combine(Repository.Root, ".local", "build"),
                Addresses = Addresses.Free(),
                Replicas = 2,
            }
        );

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_platform is not null)
        {
            await _platform.DisposeAsync();
        }
    }
}
