namespace MoniGo.Tests;

/// <summary>One of everything that <see cref="PublicSurface"/> must be able to spell.</summary>
public abstract class SurfaceExample<T> : IDisposable
    where T : class
{
    public const int Most = 5;

    protected SurfaceExample(int count, string? name = "x") => (Count, Name) = (count, name ?? "");

    public enum Choice
    {
        No,
        Yes,
    }

    public int Count { get; }

    public string Name { get; protected set; }

    internal int Hidden { get; set; }

    [Obsolete("As an example.")]
    public int Old() => Most;

    public abstract void Dispose();

    public TResult Ask<TResult>(Func<T, TResult> question) => question(null!);

    protected virtual IReadOnlyList<string?>? Maybe(in T item, out int found)
    {
        found = Hidden;
        return null;
    }

    public readonly record struct Point(double X);
}
