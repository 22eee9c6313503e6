using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MoniGo.Dashboard;

/// <summary>Serves <c>api/v1/panels</c>: all panels of a page over a range, as JSON.</summary>
internal sealed class PanelsRoute(PageRegistry pages, PageAnswers answers, DashboardSettings settings)
{
    /// <summary>Answers GET of <c>api/v1/panels?page=…&amp;range=…</c>, or <c>from</c> and <c>to</c>.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (PageQuery.Read(context.Request.Query, pages, settings, out var errors) is not var (page, view))
        {
            await Reply.BadQuery(errors).SendAsync(context);
            return;
        }

        var answer = await answers.GetAsync(page, view, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await CompressedBody.SendAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, DashboardJson.Default.PageAnswer));
    }
}
