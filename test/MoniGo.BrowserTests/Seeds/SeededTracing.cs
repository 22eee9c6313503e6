using MoniGo.Signals;
using MoniGo.Tests;

namespace MoniGo.BrowserTests;

/// <summary>Running calls, hosted services, exceptions and kept calls of a service that is not well.</summary>
internal sealed class SeededTracing(TimeProvider time) : IActiveCalls, IBackgroundServices, IExceptionGroups
{
    public const string ErrorType = SyntheticTraces.OutOfStockType;

    private const string Group = SyntheticTraces.OutOfStock;

    private readonly DateTimeOffset _start = time.GetUtcNow();

    public IReadOnlyList<ActiveCall> List(int limit, string? function = null) =>
        [.. Calls().Where(call => function is null || call.Function == function).OrderBy(call => call.Start).Take(limit)];

    IReadOnlyList<BackgroundServiceStatus> IBackgroundServices.List() =>
    [
        new("StockRefresh", BackgroundServiceState.Running, _start.AddMinutes(-14), null, null),
        new("OutboxDispatcher", BackgroundServiceState.Faulted, _start.AddMinutes(-6), "System.TimeoutException: The outbox did not answer within 30 s.", Group),
        new("CacheWarmUp", BackgroundServiceState.Completed, _start.AddMinutes(-13), null, null),
        new("MailQueue<OrderConfirmation>", BackgroundServiceState.Running, _start.AddMinutes(-14), null, null),
    ];

    IReadOnlyList<ExceptionGroup> IExceptionGroups.List() => [.. SyntheticTraces.Groups(_start)];

    ExceptionGroup? IExceptionGroups.Find(string id) => ((IExceptionGroups)this).List().FirstOrDefault(group => group.Id == id);

    /// <summary>Gets how many calls of a function are running, as the list says.</summary>
    public static int Running(string function) => function switch { SeededFunctions.Slow => 2, SeededFunctions.Long or SeededFunctions.Rare => 1, _ => 0 };

    /// <summary>Keeps calls of the slow function, of the last quarter of an hour.</summary>
    public void Keep(ISpanStore store)
    {
        for (var number = 1; number <= 40; number++)
        {
            var failed = number % 6 == 0;
            store.Add(new(
                $"{(ulong)number * 0x9e3779b97f4a7c15UL:x16}{number:x16}", $"{number:x16}", null, SeededFunctions.Slow,
                _start.AddSeconds(-20 * number), TimeSpan.FromMilliseconds(40 + (number * number % 37 * 31)), failed ? ErrorType : null, Tags(number, failed)));
        }
    }

    private static TagSet Tags(int number, bool failed)
    {
        var tags = TagSet.Create(
            new(SpanTags.Kind, SpanTags.FunctionKind),
            new(SpanTags.Kept, failed ? "failed" : number % 4 == 0 ? "slow" : "sampled"),
            new(SpanTags.Self, $"0.0{(number % 30) + 11}"),
            new(SpanTags.Caller, number % 5 == 0 ? "Shop.Orders.Import.Replay(Batch)->Task" : "Handle(Command)->Result"));
        return failed ? tags.With(SpanTags.ExceptionGroup, Group) : tags;
    }

    private IEnumerable<ActiveCall> Calls()
    {
        var now = time.GetUtcNow();
        yield return Call(SeededFunctions.Rare, _start.AddMinutes(-4), null);
        yield return Call(SeededFunctions.Slow, now.AddMilliseconds(-840), null);
        yield return Call(SeededFunctions.Slow, now.AddMilliseconds(-61), 14);
        yield return Call(SeededFunctions.Long, now.AddSeconds(-3.2), 9);

        ActiveCall Call(string function, DateTimeOffset start, int? thread) => new(function, start, now - start, thread is null, thread);
    }
}
