namespace MoniGo.Woven;

/// <summary>Methods that answer with a task, ended at once or later.</summary>
public sealed class AsyncOrders
{
    [MoniGoTrace]
    public Task Done() => Task.CompletedTask;

    [MoniGoTrace]
    public async Task After(Task gate) => await gate;

    [MoniGoTrace]
    public async Task<decimal> Price(string item, Task gate)
    {
        await gate;
        return item.Length;
    }

    [MoniGoTrace]
    public ValueTask DoneValue() => ValueTask.CompletedTask;

    [MoniGoTrace]
    public async ValueTask AfterValue(Task gate) => await gate;

    [MoniGoTrace]
    public async ValueTask<int> PriceValue(Task gate)
    {
        await gate;
        return 7;
    }

    [MoniGoTrace]
    public static async Task<int> Fail(Task gate)
    {
        await gate;
        throw new InvalidDataException("late");
    }

    [MoniGoTrace]
    public static Task FailAtOnce() => throw new InvalidDataException("at once");

    [MoniGoTrace]
    public async Task<int> Outer(Task gate) => await Inner(gate) + 1;

    [MoniGoTrace]
    public async Task<int> Inner(Task gate)
    {
        await gate;
        return 1;
    }
}
