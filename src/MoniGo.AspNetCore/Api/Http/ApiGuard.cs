using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MoniGo.Dashboard;

namespace MoniGo.AspNetCore;

/// <summary>Runs a handler so that whatever it throws becomes an answer and a log line, and never reaches the host.</summary>
internal sealed partial class ApiGuard(ILogger<ApiGuard> logger)
{
    private static readonly Reply Failed = Reply.Problem(
        StatusCodes.Status500InternalServerError, "MoniGo could not answer; the application's log says why.");

    /// <summary>Turns a handler into a request delegate.</summary>
    public RequestDelegate Wrap(Func<HttpContext, Task<Reply>> handler) =>
        Contain(async context => await (await handler(context)).SendAsync(context));

    /// <summary>Runs a request delegate so that it never throws.</summary>
    public RequestDelegate Contain(RequestDelegate next) => async context =>
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; nobody waits for an answer, and how reading or writing broke off tells nothing.
        }
        catch (Exception error)
        {
            LogFailed(logger, error, context.Request.Method, context.Request.Path.Value ?? "");
            await FailAsync(context);
        }
    };

    // An answer under way cannot be taken back: better a broken connection than half a document.
    private static Task FailAsync(HttpContext context)
    {
        if (!context.Response.HasStarted)
            return Failed.SendAsync(context);

        context.Abort();
        return Task.CompletedTask;
    }

    [LoggerMessage(210, LogLevel.Error, "MoniGo could not answer {Method} {Path}.")]
    private static partial void LogFailed(ILogger logger, Exception error, string method, string path);
}
