using System.Text;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Keeps the two series, one per direction, of each device of a machine.</summary>
/// <remarks>
/// Looks a device up by its name's bytes, so that a known one costs no allocation. At most <see cref="MaxDevices"/>: a machine
/// that makes an interface per container would otherwise grow without end.
/// </remarks>
internal sealed class DeviceSeries(InstrumentInfo instrument, string deviceTag, string directionTag, string inward, string outward)
{
    /// <summary>Most devices that are kept.</summary>
    public const int MaxDevices = 128;

    private readonly List<Device> _devices = [];

    /// <summary>Adds the two totals of a device.</summary>
    public void Publish(SnapshotBuilder builder, ReadOnlySpan<byte> name, double inwardTotal, double outwardTotal)
    {
        if (Find(name) is not { } device)
            return;

        builder.Add(device.Inward, inwardTotal);
        builder.Add(device.Outward, outwardTotal);
    }

    private Device? Find(ReadOnlySpan<byte> name)
    {
        foreach (var known in _devices)
        {
            if (name.SequenceEqual(known.Name))
                return known;
        }

        if (_devices.Count == MaxDevices)
            return null;

        var text = Encoding.UTF8.GetString(name);
        var device = new Device(name.ToArray(), Key(text, inward), Key(text, outward));
        _devices.Add(device);
        return device;
    }

    private SeriesKey Key(string device, string direction) =>
        new(instrument, TagSet.Create(new KeyValuePair<string, string>(deviceTag, device), new KeyValuePair<string, string>(directionTag, direction)));

    private sealed record Device(byte[] Name, SeriesKey Inward, SeriesKey Outward);
}
