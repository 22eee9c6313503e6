using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Reads the traffic of the network interfaces from <c>/proc/net/dev</c>, without the loopback.</summary>
/// <remarks>
/// Format: two lines of headings, then <c>name: bytes packets errs drop fifo frame compressed multicast bytes ...</c>, received
/// before transmitted; proc_pid_net(5). Inside a container these are the container's interfaces.
/// </remarks>
internal sealed class NetDevReader(ProcRoot root) : ISnapshotSource
{
    private const int FieldsBetweenReceivedAndTransmitted = 7;

    private readonly ProcFile _file = root.File("proc/net/dev");
    private readonly DeviceSeries _interfaces = new(
        HostInstruments.NetworkIo, "network.interface.name", "network.io.direction", "receive", "transmit");

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        var content = _file.Read();
        if (content.IsEmpty)
            return;

        var text = new TextScanner(content);
        if (!text.TryLine(out _) || !text.TryLine(out _))
            _file.CountMalformed();

        while (text.TryLine(out var line))
        {
            if (!line.TryUntil((byte)':', out var name) || !line.TryNumber(out var received)
                || !line.TrySkip(FieldsBetweenReceivedAndTransmitted) || !line.TryNumber(out var transmitted))
            {
                _file.CountMalformed();
                return;
            }

            if (!name.SequenceEqual("lo"u8))
                _interfaces.Publish(builder, name, received, transmitted);
        }
    }
}
