using Microsoft.Extensions.Logging;

namespace MoniGo.Benchmarks;

/// <summary>Formats each line and throws it away: what logging costs without an output.</summary>
internal sealed class DiscardingLoggerProvider : ILoggerProvider, ILogger
{
    private static int _characters;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _characters = formatter(state, exception).Length;

    public void Dispose()
    {
    }
}
