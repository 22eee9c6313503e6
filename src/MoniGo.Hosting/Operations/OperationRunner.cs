using System.Globalization;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Hosting;

/// <summary>Runs long captures in the background, one at a time, and remembers the last of them.</summary>
/// <remarks>Thread-safe. Disposal cancels what runs; work gets <see cref="StopTimeout"/> to end before the host goes on without it.</remarks>
internal sealed class OperationRunner(TimeProvider time, IEventLog events, ILogger<OperationRunner> logger)
    : IOperations, IAsyncDisposable
{
    private const int Remembered = 100;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly LinkedList<Operation> _operations = new(); // newest first
    private long _lastId;
    private (string Id, CancellationTokenSource Cancellation, Task Work)? _running;

    public OperationStart TryStart(string kind, string startedBy, OperationWork work)
    {
        lock (_gate)
        {
            if (_running is { } busy)
                return new(Find_NeedsLock(busy.Id)!.Value, Accepted: false);

            var operation = new Operation(
                (++_lastId).ToString(CultureInfo.InvariantCulture), kind, OperationState.Running, 0, startedBy, time.GetUtcNow());
            _operations.AddFirst(operation);
            if (_operations.Count > Remembered)
                _operations.RemoveLast();

            var cancellation = new CancellationTokenSource();
            _running = (operation.Id, cancellation, Task.Run(() => RunAsync(operation, work, cancellation.Token), CancellationToken.None));
            Audit(startedBy, "operation.start", operation);
            return new(operation, Accepted: true);
        }
    }

    public Operation? Find(string id)
    {
        lock (_gate)
            return Find_NeedsLock(id)?.Value;
    }

    public IReadOnlyList<Operation> List()
    {
        lock (_gate)
            return [.. _operations];
    }

    public bool TryCancel(string id, string cancelledBy)
    {
        CancellationTokenSource cancellation;
        lock (_gate)
        {
            if (_running is not { } running || running.Id != id)
                return false;

            cancellation = running.Cancellation;
            Audit(cancelledBy, "operation.cancel", Find_NeedsLock(id)!.Value);
        }

        // Outside the lock: callbacks of the token are the work's own code.
        _ = cancellation.CancelAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        (string Id, CancellationTokenSource Cancellation, Task Work)? running;
        lock (_gate)
            running = _running;

        if (running is not { } last)
            return;

        await last.Cancellation.CancelAsync();
        await Task.WhenAny(last.Work, Task.Delay(StopTimeout, time));
    }

    private async Task RunAsync(Operation operation, OperationWork work, CancellationToken cancellationToken)
    {
        var progress = new ProgressSink(value => Update(operation.Id, op => op with { Progress = Math.Clamp(value, 0, 1) }));
        Func<Operation, Operation> end;
        try
        {
            var result = await work(progress, cancellationToken);
            end = op => op with { State = OperationState.Succeeded, Progress = 1, ResultId = result };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = op => op with { State = OperationState.Cancelled };
        }
        catch (Exception failure)
        {
            Log.OperationFailed(logger, operation.Kind, operation.Id, failure);
            end = op => op with { State = OperationState.Failed, Error = failure.Message };
        }

        lock (_gate)
        {
            // The token source is left to the collector: a cancel that lost the race may still hold it.
            _running = null;
            Update(operation.Id, op => end(op) with { Ended = time.GetUtcNow() });
        }
    }

    private void Update(string id, Func<Operation, Operation> change)
    {
        lock (_gate)
        {
            if (Find_NeedsLock(id) is { } node)
                node.Value = change(node.Value);
        }
    }

    private LinkedListNode<Operation>? Find_NeedsLock(string id)
    {
        for (var node = _operations.First; node is not null; node = node.Next)
        {
            if (node.Value.Id == id)
                return node;
        }

        return null;
    }

    private void Audit(string actor, string action, Operation operation) =>
        _ = AppendAsync(new(time.GetUtcNow(), EventKind.Audit, actor, action, $"{operation.Kind}/{operation.Id}"));

    private async Task AppendAsync(EventEntry entry)
    {
        try
        {
            await events.AppendAsync(entry);
        }
        catch (Exception failure)
        {
            Log.AuditFailed(logger, entry.Action, entry.Subject, failure);
        }
    }

    // Progress<T> would post to the thread pool and could arrive out of order.
    private sealed class ProgressSink(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
