namespace MoniGo.Tracing;

/// <summary>Writes reasons as the tag <see cref="Signals.SpanTags.Kept"/> does.</summary>
internal static class KeepReasons
{
    public static string Word(this KeepReason reason) => reason switch
    {
        KeepReason.Sampled => "sampled",
        KeepReason.Slow => "slow",
        KeepReason.Failed => "failed",
        _ => "child",
    };
}
