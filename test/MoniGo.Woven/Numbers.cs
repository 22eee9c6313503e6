namespace MoniGo.Woven;

/// <summary>Generic and extension methods.</summary>
public static class Numbers
{
    [MoniGoTrace]
    public static T Largest<T>(IReadOnlyList<T> items)
        where T : IComparable<T>, new() => items.Count == 0 ? new T() : items.Max()!;

    [MoniGoTrace]
    public static int Size<T>(scoped T value)
        where T : allows ref struct => 1;

    [MoniGoTrace]
    public static unsafe int Width<T>()
        where T : unmanaged => sizeof(T);

    [MoniGoTrace]
    public static int Twice(this int number) => number * 2;

    [MoniGoTrace]
    public static void Grow(this ref int number) => number++;

    [MoniGoTrace]
    public static string Shout(this string? @this) => (@this ?? "").ToUpperInvariant();

    [MoniGoTrace]
    public static TItem? FirstOf<TItem>(this IEnumerable<TItem> items) => items.FirstOrDefault();

    [MoniGoTrace]
    public static IEnumerable<int> List() => [1, 2];
}
