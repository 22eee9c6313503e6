using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace MoniGo.Dashboard;

/// <summary>Renders the components of a page to UTF-8, without a circuit and without the host's services.</summary>
/// <remarks>
/// <c>HtmlRenderer</c> and not <c>RazorComponentResult</c>: that one announces enhanced navigation, by which a host's Blazor
/// page would merge ours into itself and run none of its scripts.
/// </remarks>
internal sealed class PageRenderer(ILoggerFactory loggers)
{
    /// <summary>Renders a page.</summary>
    public async Task<ReadOnlyMemory<byte>> RenderAsync(PageModel model)
    {
        await using var renderer = new HtmlRenderer(new RenderServices(loggers), loggers);
        var buffer = new MemoryStream(64 * 1024);
        await using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4096, leaveOpen: true))
        {
            await text.WriteAsync("<!DOCTYPE html>\n");
            await renderer.Dispatcher.InvokeAsync(() => RenderAsync(renderer, model, text));
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static async Task RenderAsync(HtmlRenderer renderer, PageModel model, StreamWriter text)
    {
        var content = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(FragmentHost.Content)] = Document.Of(model) };
        var root = await renderer.RenderComponentAsync<FragmentHost>(ParameterView.FromDictionary(content));
        root.WriteHtmlTo(text);
    }
}
