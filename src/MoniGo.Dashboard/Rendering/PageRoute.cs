using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Serves the pages: reads, renders, sends.</summary>
internal sealed class PageRoute(
    PageRegistry pages,
    PageAnswers answers,
    PageRenderer renderer,
    AssetCatalog assets,
    DashboardSettings settings,
    ISnapshotFeed feed,
    ISampleReader store,
    IEnumerable<IExporterStatusSource> exporters)
{
    /// <summary>Name of the cookie that holds a chosen theme.</summary>
    public const string ThemeCookie = "monigo-theme";

    /// <summary>Answers GET of the mount, or of a page under it.</summary>
    public async Task ServeAsync(HttpContext context, string prefix)
    {
        var key = context.Request.RouteValues["page"] as string;
        if ((key is null ? pages.Home : pages.Find(key)) is not { } page)
        {
            await Reply.Problem(StatusCodes.Status404NotFound, $"There is no such page. There are: {string.Join(", ", pages.All.Select(known => known.Key))}.").SendAsync(context);
            return;
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (ViewQuery.Read(context.Request.Query, page, settings, errors) is { } view)
            await SendAsync(context, await MakeAsync(context, page, view, prefix));
        else
            await Reply.BadQuery(errors).SendAsync(context);
    }

    private async Task<PageModel> MakeAsync(HttpContext context, DashboardPage page, View view, string prefix)
    {
        var answer = await answers.GetAsync(page, view, context.RequestAborted);
        var theme = context.Request.Cookies[ThemeCookie];
        return new PageModel(page, view, answer, new(context.Request.PathBase.Value + prefix.TrimEnd('/'), assets))
        {
            Pages = [.. pages.Listed],
            Json = JsonSerializer.Serialize(answer, DashboardJson.Default.PageAnswer),
            Theme = theme is "light" or "dark" ? theme : null,
            Nonce = settings.CspNonce?.Invoke(context),
            Resource = feed.Latest?.Resource,
            Store = store.Status,
            OwnCost = OwnCost.Describe(feed.Latest),
            FailingExporters = [.. exporters.Select(exporter => exporter.Status).Where(status => status.ConsecutiveFailures > 0)],
        };
    }

    private async Task SendAsync(HttpContext context, PageModel model)
    {
        context.Response.StatusCode = model.Answer.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        PageHeaders.Write(context.Response.Headers, model.Nonce);
        await CompressedBody.SendAsync(context, await renderer.RenderAsync(model));
    }
}
