using Microsoft.Extensions.Logging;
using MoniGo.Tracing;

namespace MoniGo.Hosting;

/// <summary>Captures the lines of one category.</summary>
/// <remarks>
/// Thread-safe, and never throws. Outside of a trace a line costs two reads of the flow's context, and is not even formatted; within one
/// the formatted text and a short lock. What the formatting of a line logs itself is left to the other loggers.
/// </remarks>
internal sealed class TraceLogger(LogCapture capture, string category) : ILogger
{
    [ThreadStatic]
    private static bool _isWriting;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <summary>Tells whether a line would be used: in a trace, or because it may carry an exception that is to be grouped.</summary>
    public bool IsEnabled(LogLevel logLevel) =>
        logLevel != LogLevel.None && (MayBeFault(logLevel) || (logLevel >= capture.MinimumLevel && TraceContext.Exists));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (_isWriting || !IsEnabled(logLevel))
            return;

        _isWriting = true;
        try
        {
            if (exception is not null && MayBeFault(logLevel))
                capture.Exceptions.Observe(exception, category);

            if (logLevel >= capture.MinimumLevel && TraceContext.Current is { } context)
                capture.Lines.Add(new(context, NameOf(logLevel), category, TextOf(formatter(state, exception), exception)));
        }
        catch (Exception)
        {
            // A formatter is the application's code; the other loggers tell of it.
        }
        finally
        {
            _isWriting = false;
        }
    }

    private static bool MayBeFault(LogLevel level) => level is LogLevel.Error or LogLevel.Critical;

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => nameof(LogLevel.Trace),
        LogLevel.Debug => nameof(LogLevel.Debug),
        LogLevel.Information => nameof(LogLevel.Information),
        LogLevel.Warning => nameof(LogLevel.Warning),
        LogLevel.Error => nameof(LogLevel.Error),
        _ => nameof(LogLevel.Critical),
    };

    private string TextOf(string message, Exception? exception) => Texts.Cut(
        exception is null ? message : $"{message}\n{exception.GetType().FullName}: {exception.Message}", capture.MaxLength);
}
