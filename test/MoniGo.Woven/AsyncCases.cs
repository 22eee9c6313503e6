namespace MoniGo.Woven;

/// <summary>Woven calls whose tasks the caller holds.</summary>
public static class AsyncCases
{
    public static async Task Fail() => await AsyncOrders.Fail(Later());

    public static Task FailAtOnce() => AsyncOrders.FailAtOnce();

    public static Task<decimal> Price(Task gate) => new AsyncOrders().Price("abc", gate);

    public static Task<int> Nested() => new AsyncOrders().Outer(Task.CompletedTask);

    public static int NestedAtOnce() => new WholeClass().Both();

    private static async Task Later() => await Task.Yield();
}
