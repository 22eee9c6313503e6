using System.Runtime.CompilerServices;
using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class ExceptionGroupsTests : IDisposable
{
    private readonly KeptSpans _kept = new();

    private ExceptionGroups Groups => _kept.Exceptions;

    public void Dispose() => _kept.Dispose();

    [Fact]
    public void Observe_OneObjectOverAndOver_CountsOnce()
    {
        var exception = Thrown(() => Validate(7));
        Groups.Observe(exception, "Place");
        Groups.Observe(exception, "Checkout");
        Groups.Observe(new AggregateException(exception), "Shop.Logger");
        Groups.Observe(new System.Reflection.TargetInvocationException(exception), "Elsewhere");

        var group = Assert.Single(Groups.List());
        Assert.Equal((1, "System.InvalidOperationException", "Order {number} is {text}"), (group.Count, group.Type, group.Shape));
        Assert.Equal("MoniGo.Tests.ExceptionGroupsTests.Validate", group.Stack);
        Assert.Equal(("Order 7 is 'void'", "Place"), (group.Example.Message, group.Example.Where));
        Assert.Equal(1, _kept.Read(ExceptionInstruments.Count, Tags(group)));
    }

    [Fact]
    public async Task Observe_OneFaultOverManyWays_IsOneGroup()
    {
        var tracer = _kept.Tracer;
        Thrown(() => tracer.Trace("shallow", () => Validate(1)));
        Thrown(() => tracer.Trace("deep", () => Deep(2, depth: 30)));
        Thrown(() => tracer.Trace("outer", () => tracer.Trace("inner", () => Validate(3))));
        await ThrownAsync(() => tracer.TraceAsync("async", () => SuspendedAsync(4)));
        await ThrownAsync(() => tracer.TraceAsync("async, deep", () => DeepAsync(5, depth: 10)));
        Groups.Observe(Thrown(() => Validate(6)), "logged");
        Groups.Observe(await ThrownAsync(() => DeepAsync(7, depth: 10)), "logged");
        Groups.Observe(Thrown(() => Task.Run(() => Validate(8)).Wait()), "logged");

        Assert.Equal(8, Assert.Single(Groups.List()).Count);
    }

    [Fact]
    public async Task Observe_ThrownInAsyncCode_NamesTheMethodAsWritten()
    {
        Groups.Observe(await ThrownAsync(FailAsync), "x");
        Groups.Observe(Thrown(() => throw new NotSupportedException("from a lambda")), "x");

        Assert.Equal(
            ["MoniGo.Tests.ExceptionGroupsTests.FailAsync", "MoniGo.Tests.ExceptionGroupsTests.Observe_ThrownInAsyncCode_NamesTheMethodAsWritten"],
            Groups.List().Select(group => group.Stack).Order(StringComparer.Ordinal));

        static async Task LocalAsync()
        {
            await Task.Yield();
            throw new NotSupportedException("local");
        }

        Groups.Observe(await ThrownAsync(LocalAsync), "x");
        Assert.Contains(Groups.List(), group => group.Stack == "MoniGo.Tests.ExceptionGroupsTests.LocalAsync");
    }

    [Fact]
    public void Observe_ThrownWithinTheFramework_TellsByWhoCalledIt()
    {
        Groups.Observe(Thrown(() => ParseOne("a")), "x");
        Groups.Observe(Thrown(() => ParseOther("b")), "x");

        Assert.Equal(2, Groups.List().Count);
        Assert.All(Groups.List(), group => Assert.StartsWith("System.", group.Stack, StringComparison.Ordinal));
        Assert.Contains(Groups.List(), group => group.Stack.EndsWith("\nMoniGo.Tests.ExceptionGroupsTests.ParseOther", StringComparison.Ordinal));
    }

    [Fact]
    public void Observe_OtherTypeShapeOrPlace_IsAnotherGroup()
    {
        Groups.Observe(Thrown(() => Fail(new IOException("a"))), "x");
        Groups.Observe(Thrown(() => Fail(new IOException("b"))), "x");
        Groups.Observe(Thrown(() => Fail(new TimeoutException("a"))), "x");
        Groups.Observe(Thrown(() => throw new IOException("a")), "x");
        Groups.Observe(new IOException("a"), "never thrown");

        Assert.Equal(5, Groups.List().Count);
    }

    [Fact]
    public void Observe_SameFault_HasTheIdThatEveryProcessGivesIt()
    {
        Groups.Observe(Thrown(() => Validate(1)), "x");

        Assert.Equal("3519d448e6287e2b", Assert.Single(Groups.List()).Id);
    }

    [Fact]
    public void Observe_WorkCalledOff_IsOneGroupPerTypeAndATimeoutIsAFault()
    {
        Groups.Observe(Thrown(() => Fail(new OperationCanceledException("one"))), "x");
        Groups.Observe(Thrown(() => throw new OperationCanceledException("other")), "y");
        Groups.Observe(Thrown(() => Fail(new TaskCanceledException("slow", new TimeoutException()))), "x");

        var groups = Groups.List();
        Assert.Equal(2, groups.Single(group => group.Type == "System.OperationCanceledException").Count);
        Assert.NotEmpty(groups.Single(group => group.Type == "System.Threading.Tasks.TaskCanceledException").Stack);
    }

    [Fact]
    public void Observe_Storm_CountsAllAndLooksAtFew()
    {
        var watched = 0;
        for (var i = 0; i < 1000; i++)
            Groups.Observe(new Watched(() => watched++), "storm");

        Assert.Equal(1000, Assert.Single(Groups.List()).Count);
        Assert.InRange(watched, 1, LookBudget.MostLooksAtOne * 5);
        Groups.Observe(new IOException("rare"), "quiet");
        Assert.Equal(2, Groups.List().Count); // the storm left some looks

        var seen = watched;
        _kept.Read(ExceptionInstruments.Count, TagSet.Empty); // a tick
        Groups.Observe(new Watched(() => watched++), "storm");
        Assert.True(watched > seen);
    }

    [Fact]
    public void Observe_NewFaultsBeyondTheLooks_AreDroppedAndCounted()
    {
        for (var i = 0; i < LookBudget.MostLooks + 7; i++)
            Groups.Observe(new IOException("x"), $"place {i}");

        Assert.Equal(7, _kept.Read(OwnInstruments.Dropped, TagSet.Of("reason", "exceptions")));
        Assert.Equal(LookBudget.MostLooks, Assert.Single(Groups.List()).Count);
    }

    [Fact]
    public void Observe_MoreGroupsThanAreKept_TheOneNotSeenForLongestMakesRoom()
    {
        for (var i = 0; i < ExceptionGroups.MostGroups + 1; i++)
        {
            _kept.Time.Advance(TimeSpan.FromSeconds(1));
            _kept.Read(ExceptionInstruments.Count, TagSet.Empty); // a tick
            Groups.Observe(new IOException(Word(i)), "x");
            if (i == 2)
                Groups.Observe(new IOException(Word(0)), "x");
        }

        Assert.Equal(ExceptionGroups.MostGroups, Groups.List().Count);
        Assert.Contains(Groups.List(), group => group.Shape == Word(0));
        Assert.DoesNotContain(Groups.List(), group => group.Shape == Word(1));
        Assert.Equal(1, _kept.Read(OwnInstruments.Dropped, TagSet.Of("reason", "exception_groups")));
    }

    [Fact]
    public void Observe_HostileException_IsCountedAsDroppedAndThrowsNothing()
    {
        Groups.Observe(new Watched(() => throw new InvalidOperationException("not even a message")), "x");

        Assert.Empty(Groups.List());
        Assert.Equal(1, _kept.Read(OwnInstruments.Dropped, TagSet.Of("reason", "exceptions")));
    }

    [Fact]
    public void Observe_InATrace_TheExampleLeadsThereAndTellsInnerExceptions()
    {
        using var activity = new System.Diagnostics.Activity("request").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();
        Groups.Observe(Thrown(() => throw new IOException("outer", Thrown(() => Validate(1)))), "GET /orders");

        var example = Assert.Single(Groups.List()).Example;
        Assert.Equal(activity.TraceId.ToHexString(), example.TraceId);
        Assert.Contains("System.IO.IOException: outer", example.Text, StringComparison.Ordinal);
        Assert.Contains("---> System.InvalidOperationException: Order 1 is 'void'", example.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(Validate), example.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_SeenAgainFurtherUp_TheExampleTellsTheLongerStack()
    {
        var exception = Thrown(() => Outermost(() => _kept.Tracer.Trace("inner", () => Validate(1))));
        Assert.DoesNotContain(nameof(Outermost), Assert.Single(Groups.List()).Example.Text, StringComparison.Ordinal);

        Groups.Observe(exception, "Shop.Logger");

        var group = Assert.Single(Groups.List());
        Assert.Contains(nameof(Outermost), group.Example.Text, StringComparison.Ordinal);
        Assert.Equal(("inner", 1), (group.Example.Where, group.Count));
    }

    [Fact]
    public void Observe_HugeTexts_AreCut()
    {
        Groups.Observe(new IOException(new string('x', 1_000_000)), "x");

        var group = Assert.Single(Groups.List());
        Assert.Equal((300, 1000, ExceptionLook.MostText), (group.Shape.Length, group.Example.Message.Length, group.Example.Text.Length));
    }

    [Fact]
    public async Task Observe_FromManyThreads_CountsEachOnce()
    {
        var exceptions = Enumerable.Range(0, 500).Select(_ => new IOException("x")).ToArray();
        Groups.Observe(new IOException("x"), "place");
        await Parallel.ForEachAsync(exceptions.Concat(exceptions), (exception, _) =>
        {
            Groups.Observe(exception, "place");
            return ValueTask.CompletedTask;
        });

        Assert.Equal(501, Assert.Single(Groups.List()).Count);
    }

    private static TagSet Tags(ExceptionGroup group) => TagSet.Create(new("exception.group", group.Id), new("error.type", group.Type));

    // Letters only: digits would be one shape.
    private static string Word(int number) => new([.. $"{number:000}".Select(digit => (char)('a' + digit - '0'))]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Validate(int order) => throw new InvalidOperationException($"Order {order} is 'void'");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Deep(int order, int depth)
    {
        if (depth == 0)
            Validate(order);
        else
            Deep(order, depth - 1);
    }

    private static async Task SuspendedAsync(int order)
    {
        await Task.Yield();
        Validate(order);
    }

    private static async Task DeepAsync(int order, int depth)
    {
        if (depth == 0)
            await SuspendedAsync(order);
        else
            await DeepAsync(order, depth - 1);
    }

    private static async Task FailAsync()
    {
        await Task.Yield();
        throw new NotSupportedException("async");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(Exception exception) => throw exception;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Outermost(Action call) => call();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ParseOne(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ParseOther(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Exception Thrown(Action call)
    {
        try
        {
            call();
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new Xunit.Sdk.XunitException("Nothing was thrown.");
    }

    private static async Task<Exception> ThrownAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new Xunit.Sdk.XunitException("Nothing was thrown.");
    }

    private sealed class Watched(Action looked) : Exception
    {
        public override string Message
        {
            get
            {
                looked();
                return "watched";
            }
        }
    }
}
