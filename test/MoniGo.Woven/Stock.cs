namespace MoniGo.Woven;

/// <summary>Is called through its interface, and carries the attribute itself.</summary>
public sealed class Stock : IStock
{
    private readonly int[] _slots = new int[4];
    private readonly StockLog? _log;

    public Stock()
    {
    }

    public Stock(StockLog log)
    {
        _log = log;
        log.Made++;
    }

    public event EventHandler? Changed;

    string IRead<string>.Name => "read";

    public string Name { get; set; } = "";

    public int Level { get; set; }

    public int this[int index]
    {
        get => _slots[index];
        set => _slots[index] = value;
    }

    [MoniGoTrace]
    public int Count(string item) => item == "fail" ? throw new InvalidDataException(item) : item.Length;

    [MoniGoTrace]
    public async Task<int> CountAsync(Task gate)
    {
        await gate;
        return 7;
    }

    [MoniGoTrace]
    public async ValueTask Notify()
    {
        await Task.Yield();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [MoniGoTrace]
    public T? Find<T>(in T item, ref int tries, out bool found)
    {
        tries++;
        found = true;
        return item;
    }

    public int Untraced(params int[] numbers) => numbers.Length;

    public ref int Slot(int index) => ref _slots[index];

    public int Woven(int number) => number;

    int IStock.Explicit(int number) => number;

    [MoniGoTrace]
    string IRead<string>.Read(string value) => value;

    public void Dispose()
    {
        if (_log is not null)
            _log.Disposed++;
    }
}
