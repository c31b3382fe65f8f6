using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Tests;

/// <summary>What happens with ports that somebody else has.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task A_taken_port_is_named_with_its_holder_before_anything_starts()
    {
        var addresses = Addresses.Free();
        using var holder = new TcpListener(IPAddress.Loopback, addresses.Port(Platform.Gateway.Port));
        holder.Start();
        var folder = Path.Combine(TestFolder.Own, "taken");

        var fault = await Assert.ThrowsAsync<PortTakenException>(() =>
            LocalPlatform.StartAsync(
                new LocalOptions
                {
                    Checkout = folder,
                    Folder = folder,
                    Programs = folder,
                    Addresses = addresses,
                }
            )
        );

        var port = addresses.Port(Platform.Gateway.Port).ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"Port {port}, wanted for gateway", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_free_port_has_no_holder() => Assert.Null(PortHolder.Of(FreePort.Next()));

    [Fact]
    public void Free_ports_are_below_those_of_outgoing_connections() => Assert.InRange(FreePort.Next(), 1024, 32_767);

    [Fact]
    public void An_address_stays_the_same_for_the_whole_run()
    {
        var addresses = Addresses.Free();

        Assert.Equal(addresses.Of(Platform.Gateway), addresses.Of(Platform.Gateway));
        Assert.Equal(new Uri("http://127.0.0.1:9000/"), Addresses.From(9000).Of(Platform.Gateway));
    }
}
