using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Kept calls and exceptions of the synthetic service: each is a function of its number.</summary>
internal static class SyntheticTraces
{
    public const string OutOfStock = "5f0c1a2b3c4d5e6f";
    public const string Declined = "a1b2c3d4e5f60718";

    public const string OutOfStockType = "Shop.Orders.OutOfStockException";

    /// <summary>The trace of a failed order with functions, log lines, and a call whose caller is not kept.</summary>
    public const string FailedOrder = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>A trace of a thousand spans, as many as a store keeps of one.</summary>
    public const string Huge = "00000000000000000000000000001000";

    /// <summary>Fills a store with a dozen traces of the last quarter of an hour.</summary>
    public static void Fill(ISpanStore store, DateTimeOffset now)
    {
        foreach (var span in Order(FailedOrder, now.AddMinutes(-3), failed: true).Concat(ManySpans(now.AddMinutes(-9))))
            store.Add(span);

        for (var number = 1; number <= 24; number++)
        {
            foreach (var span in Order($"{(ulong)number * 0xd6e8feb86659fd93UL:x16}{number:x16}", now.AddSeconds(-31 * number), failed: number % 5 == 0, slowness: 1 + (number % 7)))
                store.Add(span);
        }
    }

    /// <summary>Two groups of exceptions with frames of the app, of a package and of .NET.</summary>
    public static IEnumerable<ExceptionGroup> Groups(DateTimeOffset now)
    {
        yield return Group(
            now, OutOfStock, OutOfStockType, "Only {number} of article {number} left.", "Only 2 of article 4711 left.", "POST /orders", 214, FailedOrder);
        yield return Group(
            now, Declined, "Npgsql.PostgresException", "{number}: duplicate key value violates unique constraint {text}",
            "23505: duplicate key value violates unique constraint \"orders_pkey\"", "OrderRepository.SaveAsync(Order)->Task", 12, traceId: null);
    }

    /// <summary>Counts the exceptions of each group, as they are at a tick.</summary>
    public static void Count(SnapshotBuilder builder, long tick)
    {
        foreach (var (id, type, per) in new[] { (OutOfStock, OutOfStockType, 7), (Declined, "Npgsql.PostgresException", 31) })
        {
            builder.Add(
                new SeriesKey(ExceptionInstruments.Count, TagSet.Create(new(ExceptionInstruments.Group, id), new(PlatformInstruments.ErrorType, type))),
                tick / per);
        }
    }

    private static ExceptionGroup Group(
        DateTimeOffset now, string id, string type, string shape, string message, string where, long count, string? traceId)
    {
        const string Stack =
            """
               at Shop.Orders.Stock.Reserve(Int32 article, Int32 quantity) in /src/Shop/Orders/Stock.cs:line 88
               at Shop.Orders.OrderService.PlaceAsync(Cart cart, Customer customer) in /src/Shop/Orders/OrderService.cs:line 41
               at Polly.ResiliencePipeline.ExecuteAsync[TState](Func`3 callback, TState state, CancellationToken cancellationToken)
               at Shop.Api.OrderEndpoints.<>c.<<MapOrders>b__0_1>d.MoveNext() in /src/Shop/Api/OrderEndpoints.cs:line 23
            --- End of stack trace from previous location ---
               at Microsoft.AspNetCore.Http.RequestDelegateFactory.ExecuteTaskResult[T](Task`1 task, HttpContext httpContext)
               at Microsoft.AspNetCore.Routing.EndpointMiddleware.<Invoke>g__AwaitRequestTask|7_0(Endpoint endpoint, Task requestTask, ILogger logger)
            """;
        var text = $"{type}: {message}\n ---> System.TimeoutException: The operation has timed out.\n   --- End of inner exception stack trace ---\n{Stack}";
        return new(id, type, shape, Stack, count, now.AddDays(-3), now.AddMinutes(-3), new(now.AddMinutes(-3), message, text, where, traceId));
    }

    private static IEnumerable<Span> Order(string trace, DateTimeOffset start, bool failed, double slowness = 4)
    {
        string Id(int number) => $"{trace[^8..]}{number:x8}";
        Span Call(int id, int? parent, string name, double after, double took, string? error = null, params LogLine[] lines) => new(
            trace, Id(id), parent is { } of ? Id(of) : null, name, start.AddMilliseconds(after * slowness), TimeSpan.FromMilliseconds(took * slowness), error,
            TagSet.Create(
                new(SpanTags.Kind, SpanTags.FunctionKind), new(SpanTags.Kept, id == 2 ? "sampled" : "child"), new(SpanTags.Self, "0.0031"),
                new(SpanTags.Allocated, "18432"), new(SpanTags.ExceptionGroup, error is null ? "" : OutOfStock)))
        { Lines = [.. lines] };
        LogLine Line(double after, string level, string message) => new(start.AddMilliseconds(after * slowness), level, "Shop.Orders.OrderService", message);

        var error = failed ? OutOfStockType : null;
        yield return new(
            trace, Id(1), null, "POST /orders", start, TimeSpan.FromMilliseconds(100 * slowness), error,
            TagSet.Create(
                new(SpanTags.Kind, SpanTags.RequestKind), new(SpanTags.Kept, failed ? "failed" : "slow"), new(PlatformInstruments.StatusCode, failed ? "500" : "201"),
                new("client.address", "203.0.113.7"), new(SpanTags.ExceptionGroup, failed ? OutOfStock : "")))
        { Lines = [Line(1, "Information", "Request starting HTTP/1.1 POST /orders"), Line(99, failed ? "Error" : "Information", failed ? "The order could not be placed." : "Order 90125 placed.")] };
        yield return Call(2, 1, "OrderService.PlaceAsync(Cart,Customer)->Order", 4, 92, error, Line(5, "Debug", "Placing an order of 3 lines for customer 4711"));
        yield return Call(3, 2, "CartRepository.LoadAsync(Guid)->Cart", 6, 20);
        yield return Call(4, 2, "PricingEngine.Recalculate(Cart)->decimal", 28, 30, null, Line(30, "Warning", "No price list for currency SEK, falling back to EUR"));
        yield return Call(5, 4, "TaxTable.Lookup(string)->decimal", 31, 6);
        yield return Call(6, 4, "TaxTable.Lookup(string)->decimal", 40, 5);
        yield return Call(7, 2, "Stock.Reserve(int,int)->void", 60, 34, error, Line(93, "Error", "Only 2 of article 4711 left.\nReservation 77 was rolled back."));
        yield return Call(9, 8, "Outbox.PublishAsync(Message)->Task", 70, 12);
        yield return new(
            trace, Id(10), Id(7), "SELECT stock", start.AddMilliseconds(62 * slowness), TimeSpan.FromMilliseconds(24 * slowness), null,
            TagSet.Create(new(SpanTags.Kind, SpanTags.ActivityKind), new("db.system", "postgresql"), new("db.statement", "select quantity from stock where article = @p0 for update")));
    }

    private static IEnumerable<Span> ManySpans(DateTimeOffset start) =>
        from number in Enumerable.Range(0, 1000)
        let isBatch = number % 100 == 0
        select new Span(
            Huge, $"{number + 1:x16}", number == 0 ? null : $"{(isBatch ? 1 : (number / 100 * 100) + 1):x16}",
            number == 0 ? "Reports.Nightly(Clock)->Task" : isBatch ? "Reports.Batch(int)->Task" : "Reports.Row(int)->string",
            start.AddMilliseconds(number * 2), TimeSpan.FromMilliseconds(number == 0 ? 2100 : isBatch ? 198 : 1 + (number % 2)), null,
            TagSet.Create(new(SpanTags.Kind, SpanTags.FunctionKind), new(SpanTags.Kept, number == 0 ? "slow" : "child")));
}
