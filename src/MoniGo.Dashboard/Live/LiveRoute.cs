using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace MoniGo.Dashboard;

/// <summary>Serves <c>live</c>: the ticks of one page over one range as server-sent events.</summary>
/// <remarks>
/// A stream ends with the host (else it would hold up shutdown), with its client, or at
/// <see cref="DashboardSettings.StreamLifetime"/>, so that authorization is checked again.
/// </remarks>
internal sealed class LiveRoute(
    PageRegistry pages, LiveBroadcast broadcast, DashboardSettings settings, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const string RetryAfterSeconds = "30";

    /// <summary>Answers GET of <c>live?page=…&amp;range=…</c>.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (PageQuery.Read(context.Request.Query, pages, settings, out var errors) is not var (page, view))
            await Reply.BadQuery(errors).SendAsync(context);
        else if (!view.EndsNow)
            await Reply.BadQuery(new() { ["from"] = ["The stream follows a range that ends now; give range instead."] }).SendAsync(context);
        else if (broadcast.TryJoin(page, view with { Live = true }) is { } viewer)
            await ServeAsync(context, viewer);
        else
            await Reply.Problem(StatusCodes.Status503ServiceUnavailable, Full, ("Retry-After", RetryAfterSeconds)).SendAsync(context);
    }

    private string Full => $"{settings.MaxViewers} live streams, or {settings.MaxTopics} of different things, are open, which is the limit.";

    private async Task ServeAsync(HttpContext context, LiveViewer viewer)
    {
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await SendUntilTheEndAsync(context, viewer);
        }
        catch (OperationCanceledException)
        {
            // The client has gone; nobody is left to tell.
        }
        finally
        {
            broadcast.Leave(viewer);
        }
    }

    // Ends by closing the viewer's queue and not by an exception: viewers come and go, and each exception would stand on the
    // chart of the host's exceptions.
    private async Task SendUntilTheEndAsync(HttpContext context, LiveViewer viewer)
    {
        var body = context.Response.BodyWriter;
        using var expiry = new CancellationTokenSource(settings.StreamLifetime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping, expiry.Token);
        await using var closing = end.Token.Register(() =>
        {
            viewer.Close();
            body.CancelPendingFlush(); // a client that no longer reads must not hold up the end
        });

        var sent = await body.WriteAsync(LiveEvents.Open);
        while (!IsOver(sent) && await viewer.Events.WaitToReadAsync())
        {
            while (!IsOver(sent) && viewer.Events.TryRead(out var bytes))
                sent = await body.WriteAsync(bytes);
        }

        if (!context.RequestAborted.IsCancellationRequested && !sent.IsCompleted)
            await body.WriteAsync(lifetime.ApplicationStopping.IsCancellationRequested ? LiveEvents.Stopping : LiveEvents.Renew);
    }

    private static bool IsOver(FlushResult sent) => sent.IsCompleted || sent.IsCanceled;
}
