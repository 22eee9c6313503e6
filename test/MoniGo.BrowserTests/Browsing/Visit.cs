using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>One window on the dashboard, and everything it complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"script error: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _complaints.Enqueue($"{response.Status} for {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, script errors, policy violations and failed answers.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Visit> OpenAsync(IBrowserContext context, Uri address)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error(`policy ${e.violatedDirective} stopped ${e.blockedURI} ${e.sample}`))");
        await visit.Page.GotoAsync(address.ToString());
        return visit;
    }

    /// <summary>Asks the page until the answer is yes.</summary>
    public Task UntilAsync(string question, object? argument = null)
        => Page.WaitForFunctionAsync(question, argument, new() { PollingInterval = 50 });

    /// <summary>Waits for the first complaint; they arrive a moment after what caused them.</summary>
    public async Task UntilComplaintAsync()
    {
        if (_complaints.IsEmpty)
            await Page.WaitForConsoleMessageAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
