using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace MoniGo.Dashboard;

/// <summary>A finished answer of a page or of the API: status, media type and bytes, ready to be sent any number of times.</summary>
/// <remarks>
/// Made in full before the first byte goes out, so a failure while making it is still a clean error answer,
/// and encoded with our own JSON metadata, so the host's JSON options have no say. Immutable.
/// </remarks>
internal sealed class Reply
{
    private readonly int _status;
    private readonly string _contentType;
    private readonly ReadOnlyMemory<byte> _body;

    private Reply(int status, string contentType, ReadOnlyMemory<byte> body) =>
        (_status, _contentType, _body) = (status, contentType, body);

    private (string Name, string Value)? Header { get; init; }

    /// <summary>Answers with a JSON document.</summary>
    public static Reply Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Answers with bytes that are encoded already.</summary>
    public static Reply Bytes(string contentType, ReadOnlyMemory<byte> body, (string Name, string Value)? header = null) =>
        new(StatusCodes.Status200OK, contentType, body) { Header = header };

    /// <summary>Answers with a problem document (RFC 9457); <paramref name="detail"/> says what would be right.</summary>
    public static Reply Problem(int status, string detail, (string Name, string Value)? header = null)
    {
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        return Problem(status, JsonSerializer.SerializeToUtf8Bytes(problem, DashboardJson.Default.ProblemDetails), header);
    }

    /// <summary>Answers 400 and names each bad parameter with its legal values.</summary>
    public static Reply BadQuery(Dictionary<string, string[]> errors)
    {
        const int status = StatusCodes.Status400BadRequest;
        var detail = string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}"));
        var problem = new HttpValidationProblemDetails(errors) { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        return Problem(status, JsonSerializer.SerializeToUtf8Bytes(problem, DashboardJson.Default.HttpValidationProblemDetails), null);
    }

    /// <summary>Answers that a parameter is not what it must be.</summary>
    public static Reply BadRequest(string detail) => Problem(StatusCodes.Status400BadRequest, detail);

    /// <summary>Sends the answer; HEAD gets the headers of GET.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = _status;
        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (Header is { } header)
            response.Headers[header.Name] = header.Value;

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(_body, context.RequestAborted).AsTask();
    }

    private static Reply Problem(int status, byte[] body, (string Name, string Value)? header) =>
        new(status, "application/problem+json; charset=utf-8", body) { Header = header };
}
