using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Exporters;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET /metrics</c> for machines: the latest snapshot as Prometheus text or OpenMetrics.</summary>
internal sealed class PrometheusEndpoint(PrometheusScrape scrape)
{
    public Task<Reply> HandleAsync(HttpContext context)
    {
        var page = scrape.Read(context.Request.Headers.Accept);
        if (HttpMethods.IsGet(context.Request.Method))
            scrape.CountSuccess();

        return Task.FromResult(Reply.Bytes(page.ContentType, page.Body, ("Vary", "Accept")));
    }
}
