using MoniGo;

namespace Library;

/// <summary>Looks for overdue books now and then; the page Functions tells how it is doing.</summary>
public sealed partial class OverdueReminder(LoanBook loans, TimeProvider time, IMoniGoTracer tracer, ILogger<OverdueReminder> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            tracer.Trace("OverdueReminder.Look", this, static reminder => reminder.Look());
    }

    private void Look()
    {
        var now = time.GetUtcNow();
        foreach (var loan in loans.Loans.Where(loan => loan.Due < now))
            LogLate(loan.Reader, loan.Isbn);
    }

    [LoggerMessage(2, LogLevel.Warning, "{Reader} is late with {Isbn}")]
    private partial void LogLate(string reader, string isbn);
}
