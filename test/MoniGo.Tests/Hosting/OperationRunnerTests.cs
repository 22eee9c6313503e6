using Microsoft.Extensions.Logging.Abstractions;
using MoniGo.Hosting;
using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Long captures: one at a time, cancellable, remembered, audited.</summary>
public sealed class OperationRunnerTests : IAsyncDisposable
{
    private readonly MemoryEventLog _events = new();
    private readonly OperationRunner _runner;

    public OperationRunnerTests() => _runner = new(TimeProvider.System, _events, NullLogger<OperationRunner>.Instance);

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    [Fact]
    public async Task TryStart_WhileAnotherRuns_IsRefusedWithTheOneInTheWay()
    {
        var gate = new TaskCompletionSource<string?>();
        var first = _runner.TryStart("heap", "ann", (_, _) => gate.Task);

        var second = _runner.TryStart("heap", "bob", (_, _) => Task.FromResult<string?>(null));

        Assert.True(first.Accepted);
        Assert.False(second.Accepted);
        Assert.Equal(first.Operation.Id, second.Operation.Id);
        gate.SetResult("blob-1");
        var ended = await EndOf(first.Operation.Id);
        Assert.Equal(OperationState.Succeeded, ended.State);
        Assert.Equal("blob-1", ended.ResultId);
        Assert.Equal(1, ended.Progress);
        Assert.True(_runner.TryStart("heap", "bob", (_, _) => Task.FromResult<string?>(null)).Accepted);
    }

    [Fact]
    public async Task TryCancel_Running_EndsItAsCancelledAndWritesTheAudit()
    {
        var started = _runner.TryStart("cpu", "ann", async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return null;
        });

        Assert.True(_runner.TryCancel(started.Operation.Id, "bob"));

        Assert.Equal(OperationState.Cancelled, (await EndOf(started.Operation.Id)).State);
        Assert.False(_runner.TryCancel(started.Operation.Id, "bob"));
        var audit = await _events.ReadAsync(new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), EventKind.Audit, 10);
        Assert.Equal(["bob operation.cancel cpu/1", "ann operation.start cpu/1"], audit.Select(e => $"{e.Actor} {e.Action} {e.Subject}"));
    }

    [Fact]
    public async Task TryStart_WorkThrows_IsFailedWithTheMessage()
    {
        var started = _runner.TryStart("cpu", "", (progress, _) =>
        {
            progress.Report(0.25);
            throw new InvalidOperationException("no luck");
        });

        var ended = await EndOf(started.Operation.Id);

        Assert.Equal((OperationState.Failed, "no luck", 0.25), (ended.State, ended.Error, ended.Progress));
    }

    [Fact]
    public async Task DisposeAsync_Running_CancelsTheWork()
    {
        var cancelled = new TaskCompletionSource();
        _runner.TryStart("cpu", "", async (_, cancel) =>
        {
            await using var registration = cancel.Register(cancelled.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return null;
        });

        await _runner.DisposeAsync();

        await cancelled.Task;
    }

    private async Task<Operation> EndOf(string id)
    {
        while (_runner.Find(id)!.State == OperationState.Running)
            await Task.Yield();

        return _runner.Find(id)!;
    }
}
