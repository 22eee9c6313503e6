using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Says in words for people why a call was kept.</summary>
internal static class KeptWords
{
    /// <summary>Says it of a span.</summary>
    public static string Of(Span span) => span.Tags[SpanTags.Kept] switch
    {
        "sampled" => "sampled",
        "slow" => "slow",
        "failed" => "failed",
        "child" => "part of a kept call",
        null => "not told",
        var other => other,
    };
}
