namespace MoniGo.Collectors;

/// <summary>Reads the few forms that files of control groups have.</summary>
internal static class CgroupText
{
    /// <summary>Reads a number; null when the file says <c>max</c>, is absent, or is malformed, which is counted.</summary>
    public static long? NumberOrMax(ProcFile file)
    {
        var content = file.Read();
        if (content.IsEmpty || content.StartsWith("max"u8))
            return null;

        if (new TextScanner(content).TryNumber(out var value))
            return value;

        file.CountMalformed();
        return null;
    }

    /// <summary>Finds the number behind a key in lines of <c>key number</c>.</summary>
    public static long? Find(ReadOnlySpan<byte> content, ReadOnlySpan<byte> key)
    {
        var text = new TextScanner(content);
        while (text.TryLine(out var line))
        {
            if (line.Word().SequenceEqual(key) && line.TryNumber(out var value))
                return value;
        }

        return null;
    }

    /// <summary>Gets the smaller of two limits, either of which may be absent.</summary>
    public static T? Tighter<T>(T? one, T? other)
        where T : struct, IComparable<T> =>
        one is not { } a ? other : other is not { } b ? one : a.CompareTo(b) <= 0 ? a : b;
}
