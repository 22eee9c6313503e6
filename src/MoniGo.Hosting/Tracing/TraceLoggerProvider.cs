using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MoniGo.Hosting;

/// <summary>Captures the log lines that are written within traces, so that kept spans get theirs, and the exceptions that are logged.</summary>
/// <remarks>
/// Made with the host's logging, so it needs nothing that might log itself. Its level filters are those of <c>Logging:MoniGo:LogLevel</c>.
/// A host that clears its providers after <c>AddMoniGo</c>, or replaces <see cref="ILoggerFactory"/> by one without, has spans without lines.
/// </remarks>
[ProviderAlias("MoniGo")]
internal sealed class TraceLoggerProvider(LogCapture capture) : ILoggerProvider
{
    // What MoniGo says of itself would end up in the spans of whoever it works for.
    private const string OwnCategories = "MoniGo.";

    // Its two lines a request say what the span of the request says, and the query string besides. And ASP.NET Core makes an activity and
    // a scope for each request where anybody hears this category: a host that logs nothing must not pay for that.
    private const string RequestCategory = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public ILogger CreateLogger(string categoryName) =>
        categoryName == RequestCategory || categoryName.StartsWith(OwnCategories, StringComparison.Ordinal)
            ? NullLogger.Instance
            : new TraceLogger(capture, categoryName);

    public void Dispose()
    {
    }
}
