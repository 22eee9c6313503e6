using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET background-services</c>: the hosted services of this host and how they are doing.</summary>
internal sealed class BackgroundServicesEndpoint(IBackgroundServices services)
{
    public Task<Reply> HandleAsync(HttpContext context) => Task.FromResult(Reply.Json(
        new BackgroundServicesResponse([.. services.List().Select(BackgroundServiceResponse.Of)]), ApiJson.Default.BackgroundServicesResponse));
}
