using System.Threading.Channels;

namespace MoniGo.Dashboard;

/// <summary>One open stream: a short queue of events that were serialised for everybody.</summary>
internal sealed class LiveViewer
{
    // A reader this far behind (20 s at the default tick) gains nothing from older ticks: its client reads the gap anew.
    private const int Capacity = 4;

    private readonly Channel<ReadOnlyMemory<byte>> _events;

    /// <summary>Makes a viewer; <paramref name="dropped"/> is called for each event it was too slow for.</summary>
    public LiveViewer(LiveTopic topic, Action dropped)
    {
        Topic = topic;
        var options = new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _events = Channel.CreateBounded<ReadOnlyMemory<byte>>(options, _ => dropped());
    }

    /// <summary>Gets what it watches.</summary>
    public LiveTopic Topic { get; }

    /// <summary>Gets the events to send.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Events => _events.Reader;

    /// <summary>Queues an event; never waits.</summary>
    public void Send(ReadOnlyMemory<byte> bytes) => _events.Writer.TryWrite(bytes);

    /// <summary>Ends the queue; what waits in it can still be read.</summary>
    public void Close() => _events.Writer.TryComplete();
}
