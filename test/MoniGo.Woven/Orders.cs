namespace MoniGo.Woven;

/// <summary>Methods of a class, of every kind that is woven.</summary>
public class Orders
{
    [MoniGoTrace]
    public static decimal Total(decimal price, int count) => price * count;

    [MoniGoTrace]
    public int Count(string item) => item.Length;

    [MoniGoTrace]
    public void Clear() => _cleared++;

    [MoniGoTrace(Name = "orders.named")]
    public int Named() => 1;

    [MoniGoTrace]
    public virtual string Label() => "order";

    [MoniGoTrace]
    public int Optional(int a, int b = 2, string? c = null) => a + b + (c?.Length ?? 0);

    [MoniGoTrace]
    public int Sum(params int[] numbers) => numbers.Sum();

    [MoniGoTrace]
    public int SumOfSpan(params ReadOnlySpan<int> numbers) => numbers.Length;

    [MoniGoTrace]
    public bool Find(in Guid id, ref int tries, out string? found)
    {
        tries++;
        found = id == Guid.Empty ? null : "found";
        return found is not null;
    }

    [MoniGoTrace]
    public int Peek(ref readonly int number) => number;

    [MoniGoTrace]
    public Span<byte> First(Span<byte> bytes, scoped ReadOnlySpan<char> name) => bytes[..name.Length];

    [MoniGoTrace]
    public (int Low, string? High) Pair((int, int?) range, Dictionary<string, List<int?>> map) => (range.Item1, map.Count.ToString(Invariant));

    [MoniGoTrace]
    public dynamic? Loose(dynamic? value) => value;

    [MoniGoTrace]
    public unsafe int Pointed(int* number) => *number;

    [MoniGoTrace]
    internal int Internal(int @class, int __this) => @class + __this;

    [MoniGoTrace]
    public int this_(int @this) => @this;

    public int Cleared => _cleared;

    public int CallsPrivate() => Private(1) + PrivateStatic("x") + PrivateGeneric(3) + Protected();

    [MoniGoTrace]
    private int Private(int number) => number;

    [MoniGoTrace]
    private static int PrivateStatic(string text) => text.Length;

    [MoniGoTrace]
    private T PrivateGeneric<T>(T value) where T : struct => value;

    [MoniGoTrace]
    protected virtual int Protected() => 4;

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;
    private int _cleared;
}
