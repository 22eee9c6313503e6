using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MoniGo.Hosting;

namespace MoniGo.Tests;

public sealed class TraceLoggerTests : IDisposable
{
    private readonly KeptSpans _kept = new();
    private readonly LogCapture _capture;
    private readonly TraceLogger _logger;

    public TraceLoggerTests()
    {
        _capture = new(_kept.Lines, _kept.Exceptions);
        _logger = new(_capture, "Shop.Orders");
        Activity.Current = null;
    }

    public void Dispose()
    {
        Activity.Current = null;
        _kept.Dispose();
    }

    [Fact]
    public void Log_OutsideOfATrace_IsNotEvenFormatted()
    {
        var formatted = 0;
        Assert.False(_logger.IsEnabled(LogLevel.Warning));
        _logger.Log(LogLevel.Warning, 0, 7, null, (_, _) => $"{++formatted}");

        Assert.Equal((0, 0), (formatted, _kept.Lines.Count));
    }

    [Theory]
    [InlineData(LogLevel.Trace, LogLevel.Information, false)]
    [InlineData(LogLevel.Information, LogLevel.Information, true)]
    [InlineData(LogLevel.Warning, LogLevel.None, false)]
    [InlineData(LogLevel.None, LogLevel.Trace, false)]
    public void IsEnabled_InATrace_GoesByTheLevel(LogLevel level, LogLevel minimum, bool enabled)
    {
        using var activity = InTrace();
        _capture.MinimumLevel = minimum;

        Assert.Equal(enabled, _logger.IsEnabled(level));
        _logger.Say("line", level);
        Assert.Equal(enabled ? 1 : 0, _kept.Lines.Count);
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")] // decides whether a request gets an activity, and logs query strings
    [InlineData("MoniGo.Hosting.StoreWriter")]
    public void CreateLogger_CategoryThatIsNotCaptured_HearsNothing(string category)
    {
        using var activity = InTrace();
        using var provider = new TraceLoggerProvider(_capture);

        Assert.False(provider.CreateLogger(category).IsEnabled(LogLevel.Critical));
        Assert.True(_logger.IsEnabled(LogLevel.Critical));
    }

    [Fact]
    public void IsEnabled_OldHierarchicalActivity_IsNoTrace()
    {
        using var activity = new Activity("old").SetIdFormat(ActivityIdFormat.Hierarchical).Start();

        Assert.False(_logger.IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public async Task Log_WithinASampledCall_IsKeptWithIt()
    {
        _kept.Tracer.SetSamplingRate(1);
        _kept.Tracer.Trace("Place", () =>
        {
            _logger.Say("in Place");
            _kept.Tracer.Trace("Pay", () => _logger.Say("in Pay", LogLevel.Warning, new IOException("no line")));
            _logger.Say("after Pay");
        });

        _kept.Keeper.Drain();
        var spans = await _kept.Store.FindAsync(new(new(TickScript.Noon.AddSeconds(-1), TickScript.Noon.AddSeconds(1)), 10));

        Assert.Equal(["in Place", "after Pay"], spans.Single(span => span.Name == "Place").Lines.Select(line => line.Message));
        var line = Assert.Single(spans.Single(span => span.Name == "Pay").Lines);
        Assert.Equal(("Warning", "Shop.Orders", "in Pay\nSystem.IO.IOException: no line"), (line.Level, line.Category, line.Message));
    }

    [Fact]
    public async Task Log_InCallsAtOnce_EachGetsItsOwn()
    {
        _kept.Tracer.SetSamplingRate(1);
        await _kept.Tracer.TraceAsync("All", async () =>
        {
            var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (one, two) = (Run("One", both.Task), Run("Two", both.Task));
            both.SetResult();
            await Task.WhenAll(one, two);
        });

        _kept.Keeper.Drain();
        var spans = await _kept.Store.FindAsync(new(new(TickScript.Noon.AddSeconds(-1), TickScript.Noon.AddSeconds(1)), 10));

        Assert.Equal(["One begins", "One ends"], spans.Single(span => span.Name == "One").Lines.Select(line => line.Message));
        Assert.Equal(["Two begins", "Two ends"], spans.Single(span => span.Name == "Two").Lines.Select(line => line.Message));
        Assert.Empty(spans.Single(span => span.Name == "All").Lines);

        Task Run(string name, Task gate) => _kept.Tracer.TraceAsync(name, async () =>
        {
            _logger.Say($"{name} begins");
            await gate;
            _logger.Say($"{name} ends");
        });
    }

    [Fact]
    public void Log_LongLine_IsCut()
    {
        using var activity = InTrace();
        _capture.MaxLength = 50;
        _logger.Say(new('x', 100_000));

        Assert.InRange(_kept.Lines.Bytes, 50, 500);
    }

    [Fact]
    public void Log_WhatItsOwnFormattingLogs_IsLeftOut()
    {
        using var activity = InTrace();
        _logger.Log(LogLevel.Warning, 0, 7, null, (_, _) =>
        {
            _logger.Say("inner", LogLevel.Warning);
            return "outer";
        });

        Assert.Equal(1, _kept.Lines.Count);
    }

    [Fact]
    public void Log_FormatterThatThrows_DisturbsNobody()
    {
        using var activity = InTrace();
        _logger.Log(LogLevel.Warning, 0, 7, null, (_, _) => throw new IOException("bad formatter"));
        _logger.Say("next", LogLevel.Warning);

        Assert.Equal(1, _kept.Lines.Count);
    }

    [Fact]
    public void Log_ErrorWithAnException_IsGroupedTraceOrNot()
    {
        _logger.Say("x", LogLevel.Warning, new IOException("warned"));
        _logger.Say("x", LogLevel.Error, new IOException("failed"));
        _logger.Say("without one", LogLevel.Error);

        var group = Assert.Single(_kept.Exceptions.List());
        Assert.Equal(("failed", "Shop.Orders"), (group.Shape, group.Example.Where));
        Assert.Equal(0, _kept.Lines.Count);
    }

    [Fact]
    public void CreateLogger_OwnCategory_CapturesNothing()
    {
        using var activity = InTrace();
        using var provider = new TraceLoggerProvider(_capture);
        provider.CreateLogger("MoniGo.Storage.SampleStore").Say("x", LogLevel.Error, new IOException("x"));

        Assert.Equal(0, _kept.Lines.Count);
        Assert.Empty(_kept.Exceptions.List());
    }

    private static Activity InTrace() => new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
}
