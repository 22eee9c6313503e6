using System.Collections.Immutable;

namespace MoniGo.Query;

/// <summary>Orders groups by the values of their tags, the first tag first.</summary>
internal sealed class GroupOrder : IComparer<ImmutableArray<string>>
{
    /// <summary>Gets the only instance.</summary>
    public static GroupOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(ImmutableArray<string> x, ImmutableArray<string> y)
    {
        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            if (string.CompareOrdinal(x[i], y[i]) is not 0 and var order)
                return order;
        }

        return x.Length.CompareTo(y.Length);
    }
}
