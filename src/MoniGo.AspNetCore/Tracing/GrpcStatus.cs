using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MoniGo.AspNetCore;

/// <summary>Recognises gRPC methods and reads how their calls ended.</summary>
/// <remarks>By names, so that no gRPC package is referenced: every answer is HTTP 200, and the status is a trailer.</remarks>
internal static class GrpcStatus
{
    private const string Trailer = "grpc-status";

    // What grpc-dotnet marks its endpoints with.
    private const string Mark = "Grpc.AspNetCore.Server.GrpcMethodMetadata";

    // In the order of their codes, from 0: https://grpc.io/docs/guides/status-codes.
    private static readonly string[] Names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
        "UNAUTHENTICATED",
    ];

    /// <summary>Tells whether an endpoint is a gRPC method.</summary>
    public static bool IsGrpc(Endpoint endpoint)
    {
        foreach (var item in endpoint.Metadata)
        {
            if (string.Equals(item.GetType().FullName, Mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Names the status that a call ended with; null when it went well or says nothing.</summary>
    public static string? ErrorOf(HttpContext context)
    {
        // An answer without a message carries its trailers as headers.
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var status = trailers is not null && trailers.TryGetValue(Trailer, out var last) ? last : context.Response.Headers[Trailer];
        return status.ToString() switch
        {
            "" or "0" => null,
            var code when int.TryParse(code, out var number) && number > 0 && number < Names.Length => Names[number],
            _ => "UNKNOWN",
        };
    }
}
