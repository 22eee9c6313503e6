using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>Whether a panel has something to show.</summary>
internal enum PanelState
{
    /// <summary>It has.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Nothing was measured in the range.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,

    /// <summary>Reading it failed; the log says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
