using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>Colour of a line or a word; the style sheet gives each a value in both themes.</summary>
internal enum Tone
{
    /// <summary>First line of a chart.</summary>
    [JsonStringEnumMemberName("first")]
    First,

    /// <summary>Second line.</summary>
    [JsonStringEnumMemberName("second")]
    Second,

    /// <summary>Third line.</summary>
    [JsonStringEnumMemberName("third")]
    Third,

    /// <summary>Fourth line.</summary>
    [JsonStringEnumMemberName("fourth")]
    Fourth,

    /// <summary>Fifth line.</summary>
    [JsonStringEnumMemberName("fifth")]
    Fifth,

    /// <summary>What is only there for comparison.</summary>
    [JsonStringEnumMemberName("quiet")]
    Quiet,

    /// <summary>All is well.</summary>
    [JsonStringEnumMemberName("good")]
    Good,

    /// <summary>Needs a look.</summary>
    [JsonStringEnumMemberName("warn")]
    Warn,

    /// <summary>Is wrong.</summary>
    [JsonStringEnumMemberName("bad")]
    Bad,
}
