using System.Globalization;
using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>A call that is to be kept as a span, without its exception, which must not live on.</summary>
/// <param name="Call">The call.</param>
/// <param name="Error">Type name of the exception that ended it.</param>
/// <param name="Group">Id of that exception's group.</param>
internal sealed record PendingCall(KeptCall Call, string? Error, string? Group) : EndedSpan(Call.TraceId, Call.SpanId, Call.Start, Call.End)
{
    /// <inheritdoc />
    public override bool TakesByTime => Call.Reason is not (KeepReason.Sampled or KeepReason.Child);

    /// <inheritdoc />
    public override Span ToSpan(WallClock clock) =>
        new(TraceId, SpanId, Call.ParentId, Call.Function.Name, clock.At(Start), clock.LengthOf(End - Start), Error, Tags(clock));

    private TagSet Tags(WallClock clock)
    {
        var tags = new List<KeyValuePair<string, string>>(6)
        {
            new(SpanTags.Kind, SpanTags.FunctionKind),
            new(SpanTags.Kept, Call.Reason.Word()),
        };
        if (Call.Self is { } self)
            tags.Add(new(SpanTags.Self, clock.LengthOf(self).TotalSeconds.ToString(CultureInfo.InvariantCulture)));

        if (Call.Allocated is { } allocated)
            tags.Add(new(SpanTags.Allocated, allocated.ToString(CultureInfo.InvariantCulture)));

        if (Group is not null)
            tags.Add(new(SpanTags.ExceptionGroup, Group));

        if (Call.Caller is { } caller)
            tags.Add(new(SpanTags.Caller, caller));

        return TagSet.Create([.. tags]);
    }
}
