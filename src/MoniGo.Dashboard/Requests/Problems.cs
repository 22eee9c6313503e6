using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>Answers errors as problem documents, whatever error pages the host has.</summary>
internal static class Problems
{
    /// <summary>Answers 400 and names each bad parameter with its legal values.</summary>
    public static Task BadQueryAsync(HttpContext context, Dictionary<string, string[]> errors) => WriteAsync(
        context,
        new("https://tools.ietf.org/html/rfc9110#section-15.5.1", "Bad query", StatusCodes.Status400BadRequest, string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}")))
        {
            Errors = errors,
        });

    /// <summary>Answers 404.</summary>
    public static Task NotFoundAsync(HttpContext context, string detail) => WriteAsync(
        context, new("https://tools.ietf.org/html/rfc9110#section-15.5.5", "Not found", StatusCodes.Status404NotFound, detail));

    /// <summary>Answers 503 and says when to come again.</summary>
    public static Task BusyAsync(HttpContext context, string detail, int retryAfterSeconds)
    {
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return WriteAsync(
            context, new("https://tools.ietf.org/html/rfc9110#section-15.6.4", "Busy", StatusCodes.Status503ServiceUnavailable, detail));
    }

    private static async Task WriteAsync(HttpContext context, ProblemAnswer problem)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, DashboardJson.Default.ProblemAnswer);
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
