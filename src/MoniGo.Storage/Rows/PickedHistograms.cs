namespace MoniGo.Storage;

/// <summary>Puts chosen distributions of several sources together as columns.</summary>
internal static class PickedHistograms
{
    /// <summary>Copies one distribution per pick; only buckets that hold something among them remain.</summary>
    public static HistogramRows Of(ReadOnlySpan<RowPick> picks, HistogramRows?[] parts)
    {
        var picked = new HistogramRows();
        var used = UsedBuckets(picks, parts);
        picked.Begin(picks.Length, used);
        for (var i = 0; i < picks.Length; i++)
        {
            if (parts[picks[i].Part] is not { } part)
                continue;

            var index = picks[i].Index;
            (picked.Zeros[i], picked.Sum[i], picked.Min[i], picked.Max[i]) = (part.Zeros[index], part.Sum[index], part.Min[index], part.Max[index]);
        }

        for (var p = 0; p < parts.Length; p++)
        {
            for (var b = 0; b < parts[p]?.Buckets.Length; b++)
                Copy(picks, p, parts[p]!.CountsOf(b), picked, Array.BinarySearch(used, parts[p]!.Buckets[b]));
        }

        return picked;
    }

    private static void Copy(ReadOnlySpan<RowPick> picks, int part, ReadOnlySpan<long> counts, HistogramRows into, int bucket)
    {
        if (bucket < 0)
            return;

        var column = into.CountsOf(bucket);
        for (var i = 0; i < picks.Length; i++)
        {
            if (picks[i].Part == part)
                column[i] = counts[picks[i].Index];
        }
    }

    private static int[] UsedBuckets(ReadOnlySpan<RowPick> picks, HistogramRows?[] parts)
    {
        var used = new SortedSet<int>();
        for (var p = 0; p < parts.Length; p++)
        {
            for (var b = 0; b < parts[p]?.Buckets.Length; b++)
            {
                if (!used.Contains(parts[p]!.Buckets[b]) && HoldsAny(picks, p, parts[p]!.CountsOf(b)))
                    used.Add(parts[p]!.Buckets[b]);
            }
        }

        return [.. used];
    }

    private static bool HoldsAny(ReadOnlySpan<RowPick> picks, int part, ReadOnlySpan<long> counts)
    {
        foreach (var pick in picks)
        {
            if (pick.Part == part && counts[pick.Index] != 0)
                return true;
        }

        return false;
    }
}
