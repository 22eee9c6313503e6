using System.Net.NetworkInformation;
using System.Text;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the traffic of the network interfaces where there is no <c>/proc</c>; for a slow lane.</summary>
internal sealed class PortableNetworkReader : ISnapshotSource
{
    private readonly DeviceSeries _interfaces = new(
        HostInstruments.NetworkIo, "network.interface.name", "network.io.direction", "receive", "transmit");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        foreach (var network in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (network.NetworkInterfaceType == NetworkInterfaceType.Loopback)
                continue;

            var statistics = network.GetIPStatistics();
            _interfaces.Publish(builder, Encoding.UTF8.GetBytes(network.Name), statistics.BytesReceived, statistics.BytesSent);
        }
    }
}
