namespace MoniGo.Woven;

/// <summary>A generic type around a generic type, with generic methods.</summary>
public class Cache<TKey>
    where TKey : notnull
{
    [MoniGoTrace]
    public TValue Get<TValue>(TKey key, TValue value)
        where TValue : class?, IComparable<TValue> => value;

    [MoniGoTrace]
    public static TKey Same(TKey key) => key;

    /// <summary>Nested.</summary>
    public sealed class Shelf<TValue>
        where TValue : struct
    {
        [MoniGoTrace]
        public TValue? Put(TKey key, TValue? value) => value;
    }
}
