using MoniGo.Signals;

namespace MoniGo.Tracing;

/// <summary>How many calls of one function were kept, by reason; a reason is told from its first call on.</summary>
internal sealed class KeptSeries(CallSelection selection, TagSet tags)
{
    private static readonly (KeepReason Reason, string Tag)[] Reasons =
        [(KeepReason.Sampled, "sampled"), (KeepReason.Slow, "slow"), (KeepReason.Failed, "failed")];

    private readonly SeriesKey?[] _keys = new SeriesKey?[Reasons.Length];

    public void Publish(SnapshotBuilder builder)
    {
        for (var i = 0; i < Reasons.Length; i++)
        {
            var kept = selection.Kept(Reasons[i].Reason);
            if (kept > 0)
                builder.Add(_keys[i] ??= new(FunctionInstruments.Kept, tags.With(FunctionInstruments.KeptReason, Reasons[i].Tag)), kept);
        }
    }
}
