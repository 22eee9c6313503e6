using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers out of the latest snapshot, and makes each answer once per tick however many ask.</summary>
internal sealed class SnapshotReply(ISnapshotFeed feed, Func<Snapshot, Snapshot?, Reply> make)
{
    private static readonly Reply NotYet = Reply.Problem(
        StatusCodes.Status503ServiceUnavailable, "Nothing has been measured yet; the first tick is on its way.", ("Retry-After", "1"));

    private Made? _made;

    /// <summary>Gives the answer; 503 until the first tick.</summary>
    public Reply Read()
    {
        // In this order: a tick in between then widens the interval of the rates, which is harmless, instead of making it zero.
        var previous = feed.Previous;
        var latest = feed.Latest;
        if (latest is null)
            return NotYet;

        var made = Volatile.Read(ref _made);
        if (made is null || !ReferenceEquals(made.Latest, latest))
            Volatile.Write(ref _made, made = new(latest, make(latest, previous)));

        return made.Reply;
    }

    private sealed record Made(Snapshot Latest, Reply Reply);
}
