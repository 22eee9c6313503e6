using System.Text.Json.Serialization;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>One group of exceptions that look alike; its stack and an example where one group was asked for.</summary>
internal sealed record ExceptionGroupResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("shape")] string Shape,
    [property: JsonPropertyName("count")] long Count,
    [property: JsonPropertyName("first_seen")] DateTime FirstSeen,
    [property: JsonPropertyName("last_seen")] DateTime LastSeen)
{
    /// <summary>Gets how many were seen in the range asked for.</summary>
    [JsonPropertyName("count_in_range")]
    public long? CountInRange { get; init; }

    [JsonPropertyName("stack")]
    public string? Stack { get; init; }

    [JsonPropertyName("example")]
    public ExceptionExampleResponse? Example { get; init; }

    /// <summary>Describes a group among others.</summary>
    public static ExceptionGroupResponse Of(ExceptionGroup group) =>
        new(group.Id, group.Type, group.Shape, group.Count, group.FirstSeen.UtcDateTime, group.LastSeen.UtcDateTime);

    /// <summary>Describes a group with all that is known of it.</summary>
    public static ExceptionGroupResponse InFull(ExceptionGroup group) => Of(group) with
    {
        Stack = group.Stack,
        Example = new(
            group.Example.Time.UtcDateTime, group.Example.Message, group.Example.Text, group.Example.Where, group.Example.TraceId),
    };
}
