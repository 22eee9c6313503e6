using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Reads the JSON body of a request, never more than a small one.</summary>
internal static class RequestBody
{
    /// <summary>Largest body read, in bytes; a question to the API is a few hundred.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly Reply TooLarge = Reply.Problem(
        StatusCodes.Status413PayloadTooLarge, $"The body may have at most {MaxBytes} bytes.");

    /// <summary>Reads the body, or answers 413 when it is too large and 400 when it is no such document.</summary>
    public static async ValueTask<Parsed<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (context.Request.ContentLength > MaxBytes)
            return TooLarge;

        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(
                buffer.AsMemory(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false, context.RequestAborted);
            return length > MaxBytes ? TooLarge : Parse(buffer.AsSpan(0, length), type);
        }
        catch (BadHttpRequestException error)
        {
            return Reply.Problem(error.StatusCode, "The body could not be read.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Parsed<T> Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) is { } value
                ? value
                : Reply.BadRequest("The body must be a JSON object; it is null.");
        }
        catch (JsonException error)
        {
            return Reply.BadRequest(
                $"The body is not the JSON object expected: see {error.Path ?? "$"}, line {error.LineNumber + 1 ?? 1}, byte {error.BytePositionInLine + 1 ?? 1}.");
        }
    }
}
