using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MoniGo.BrowserTests;

/// <summary>One window on the dashboard, and everything it complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>How long anything may take before the test gives up on it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly TaskCompletionSource _firstComplaint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complain($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Complain($"script error: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                Complain($"{response.Status} for {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, script errors, policy violations and failed answers.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Visit> OpenAsync(IBrowserContext context, Uri address)
    {
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error(`policy ${e.violatedDirective} stopped ${e.blockedURI} ${e.sample}`))");
        await visit.Page.GotoAsync(address.ToString());
        return visit;
    }

    /// <summary>Fails with every complaint in full.</summary>
    public void HadNothingToComplain()
    {
        if (!_complaints.IsEmpty)
            Assert.Fail(string.Join('\n', _complaints));
    }

    /// <summary>Asks the page until the answer is yes.</summary>
    public Task UntilAsync(string question, object? argument = null)
        => Page.WaitForFunctionAsync(question, argument, new() { PollingInterval = 50 });

    /// <summary>Waits for the first complaint; they arrive a moment after what caused them.</summary>
    public Task UntilComplaintAsync() => _firstComplaint.Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(string complaint)
    {
        _complaints.Enqueue(complaint);
        _firstComplaint.TrySetResult();
    }
}
