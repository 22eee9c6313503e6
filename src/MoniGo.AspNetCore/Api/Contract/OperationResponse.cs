using System.Text.Json.Serialization;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>One long capture.</summary>
internal sealed record OperationResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("progress")] double Progress,
    [property: JsonPropertyName("started_by")] string StartedBy,
    [property: JsonPropertyName("started")] DateTime Started,
    [property: JsonPropertyName("ended")] DateTime? Ended,
    [property: JsonPropertyName("result_id")] string? ResultId,
    [property: JsonPropertyName("error")] string? Error)
{
    /// <summary>Describes an operation as it stands.</summary>
    public static OperationResponse Of(Operation operation) => new(
        operation.Id,
        operation.Kind,
        StateOf(operation.State),
        operation.Progress,
        operation.StartedBy,
        operation.Started.UtcDateTime,
        operation.Ended?.UtcDateTime,
        operation.ResultId,
        operation.Error);

    private static string StateOf(OperationState state) => state switch
    {
        OperationState.Running => "running",
        OperationState.Succeeded => "succeeded",
        OperationState.Cancelled => "cancelled",
        _ => "failed",
    };
}
