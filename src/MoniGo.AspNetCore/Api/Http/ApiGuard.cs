using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MoniGo.AspNetCore;

/// <summary>Runs a handler so that whatever it throws becomes an answer and a log line, and never reaches the host.</summary>
internal sealed partial class ApiGuard(ILogger<ApiGuard> logger)
{
    private static readonly Reply Failed = Reply.Problem(
        StatusCodes.Status500InternalServerError, "MoniGo could not answer; the application's log says why.");

    /// <summary>Turns a handler into a request delegate.</summary>
    public RequestDelegate Wrap(Func<HttpContext, Task<Reply>> handler) => async context =>
    {
        try
        {
            await (await AnswerAsync(handler, context)).SendAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; nobody waits for an answer, and how reading or writing broke off tells nothing.
        }
        catch (Exception error)
        {
            // The answer is under way and cannot be taken back: better a broken connection than half a document.
            LogFailed(logger, error, context.Request.Method, context.Request.Path.Value ?? "");
            context.Abort();
        }
    };

    private async Task<Reply> AnswerAsync(Func<HttpContext, Task<Reply>> handler, HttpContext context)
    {
        try
        {
            return await handler(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(logger, error, context.Request.Method, context.Request.Path.Value ?? "");
            return Failed;
        }
    }

    [LoggerMessage(8001, LogLevel.Error, "MoniGo's API could not answer {Method} {Path}.")]
    private static partial void LogFailed(ILogger logger, Exception error, string method, string path);
}
