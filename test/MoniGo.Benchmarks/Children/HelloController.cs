using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace MoniGo.Benchmarks;

/// <summary>The action that <c>request-overhead</c> asks where all adapters are on: it logs a line, as actions do.</summary>
public sealed class HelloController(ILogger<HelloController> logger) : ControllerBase
{
    private static readonly Action<ILogger, string, Exception?> Greeted =
        LoggerMessage.Define<string>(LogLevel.Information, new(1, nameof(Greeted)), "Greeted {Id}.");

    [MoniGoTrace]
    [HttpGet("/mvc/{id}")]
    public IActionResult Hello(string id)
    {
        Greeted(logger, id, null);
        return Ok();
    }
}
