using Microsoft.AspNetCore.Diagnostics;

namespace Storefront;

/// <summary>Answers a declined payment with a problem; every other exception stays unhandled, and is logged with its stack.</summary>
internal sealed partial class DeclinedPayments(IProblemDetailsService problems, ILogger<DeclinedPayments> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext visitor, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not PaymentFailedException)
            return false;

        LogDeclined(exception.Message);
        // The bank is a machine behind us, so its failure is a bad gateway.
        visitor.Response.StatusCode = StatusCodes.Status502BadGateway;
        return await problems.TryWriteAsync(new() { HttpContext = visitor, Exception = exception, ProblemDetails = { Detail = exception.Message } });
    }

    // Business as usual, so no warning: who wants to know how often sees it on the dashboard.
    [LoggerMessage(1, LogLevel.Information, "{Reason}")]
    private partial void LogDeclined(string reason);
}
