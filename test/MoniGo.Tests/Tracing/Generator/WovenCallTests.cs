using MoniGo.Woven;

namespace MoniGo.Tests;

/// <summary>What the compiler made of <c>test/MoniGo.Woven</c>, run.</summary>
public sealed class WovenCallTests
{
    public static TheoryData<string, int> All => new(
        Numbered(nameof(Cases.Synchronous), Cases.Synchronous)
            .Concat(Numbered(nameof(Cases.Forms), Cases.Forms))
            .Concat(Numbered(nameof(Cases.Asynchronous), Cases.Asynchronous)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_kind_of_call_is_counted_once(string list, int index)
    {
        using var woven = new WovenTracer();
        var one = List(list)[index];

        await one.Call();

        var reading = woven.Read();
        Assert.True(reading.Calls(one.Function) == 1, $"{one.Function}: {reading.Calls(one.Function)} calls; counted are {string.Join("; ", reading.Functions)}");
        Assert.Equal(0, reading.Active(one.Function));
    }

    [Fact]
    public async Task A_traced_call_within_a_traced_call_is_counted_in_its_own_function()
    {
        using var woven = new WovenTracer();

        await AsyncCases.Nested();
        AsyncCases.NestedAtOnce();

        Assert.Equal(
            ["AsyncOrders.Inner(Task)->Task<int>", "AsyncOrders.Outer(Task)->Task<int>", "WholeClass.Both()->int", "WholeClass.One()->int", "WholeClass.Two()->int"],
            woven.Read().Functions.Order(StringComparer.Ordinal));
        Assert.All(woven.Read().Functions, function => Assert.Equal(1, woven.Read().Calls(function)));
    }

    [Fact]
    public async Task A_call_lasts_until_its_task_ends()
    {
        using var woven = new WovenTracer();
        var gate = new TaskCompletionSource();

        var task = AsyncCases.Price(gate.Task);
        Assert.Equal(1, woven.Read().Active("AsyncOrders.Price(string,Task)->Task<decimal>"));
        Assert.Equal(0, woven.Read().Calls("AsyncOrders.Price(string,Task)->Task<decimal>"));

        gate.SetResult();
        await task;
        Assert.Equal(0, woven.Read().Active("AsyncOrders.Price(string,Task)->Task<decimal>"));
        Assert.Equal(1, woven.Read().Calls("AsyncOrders.Price(string,Task)->Task<decimal>"));
    }

    [Fact]
    public void An_exception_is_counted_and_keeps_its_stack()
    {
        using var woven = new WovenTracer();

        var thrown = Assert.Throws<InvalidDataException>(() => new Failing().CallThrow("no"));

        Assert.Equal("no", thrown.Message);
        Assert.StartsWith("   at MoniGo.Woven.Failing.Throw(String message)", thrown.StackTrace, StringComparison.Ordinal);
        Assert.Contains("MoniGo.Woven.Failing.CallThrow(String message)", thrown.StackTrace, StringComparison.Ordinal);
        Assert.Equal(1, woven.Read().Errors<InvalidDataException>("Failing.Throw(string)->int"));
        Assert.Equal(1, woven.Read().Calls("Failing.Throw(string)->int"));
    }

    [Fact]
    public void A_filter_further_out_sees_the_stack_before_it_is_unwound()
    {
        using var woven = new WovenTracer();

        Assert.True(new Failing().FilterSeesTheLiveStack());
        Assert.Equal(1, woven.Read().Errors<InvalidDataException>("Failing.Throw(string)->int"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_of_a_task_is_counted_once(bool late)
    {
        using var woven = new WovenTracer();
        var function = late ? "AsyncOrders.Fail(Task)->Task<int>" : "AsyncOrders.FailAtOnce()->Task";

        await Assert.ThrowsAsync<InvalidDataException>(() => late ? AsyncCases.Fail() : AsyncCases.FailAtOnce());

        Assert.Equal(1, woven.Read().Errors<InvalidDataException>(function));
        Assert.Equal(1, woven.Read().Calls(function));
        Assert.Equal(0, woven.Read().Active(function));
    }

    [Fact]
    public void Calls_that_end_when_they_return_allocate_nothing()
    {
        using var woven = new WovenTracer();
        var (orders, shop) = (new Orders(), (IShop)new Shop());
        Repeat(orders, shop, 20_000);

        var fewest = Enumerable.Range(0, 5).Min(_ => BytesOf(orders, shop));

        Assert.Equal(0, fewest);
    }

    [Fact]
    public async Task Among_several_hosts_calls_outside_of_any_just_run()
    {
        using var woven = new WovenTracer();
        Task elsewhere;
        using (ExecutionContext.SuppressFlow())
            elsewhere = OnNewThread.Run(() => Cases.CallEach(new Orders(), new Shop()));

        await elsewhere;
        Assert.Empty(woven.Read().Functions);
    }

    private static long BytesOf(Orders orders, IShop shop)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(orders, shop, 100);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Orders orders, IShop shop, int times)
    {
        for (var i = 0; i < times; i++)
            Cases.CallEach(orders, shop);
    }

    private static IEnumerable<TheoryDataRow<string, int>> Numbered(string list, IReadOnlyList<WovenCase> cases) =>
        cases.Select((one, index) => new TheoryDataRow<string, int>(list, index) { TestDisplayName = $"{list} {index}: {one.Function}" });

    private static IReadOnlyList<WovenCase> List(string name) => name switch
    {
        nameof(Cases.Synchronous) => Cases.Synchronous,
        nameof(Cases.Forms) => Cases.Forms,
        _ => Cases.Asynchronous,
    };
}
