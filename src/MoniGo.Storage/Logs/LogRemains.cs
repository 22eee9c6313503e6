namespace MoniGo.Storage;

/// <summary>Looks behind a broken frame, to tell damage from a tail that a crash has torn.</summary>
internal static class LogRemains
{
    private const int MaxSearched = 1 << 20;
    private const long MaxChecked = 64 << 20;

    /// <summary>Tells whether whole frames stand behind the broken one, which no crash in mid-write leaves.</summary>
    /// <remarks>Looks at 1 MiB and checks sums over 64 MiB at most: some 20 ms.</remarks>
    public static bool HoldFrames(IReadableFile file, long brokenAt, long length)
    {
        var remains = new byte[(int)Math.Min(MaxSearched, length - brokenAt)];
        remains = remains[..file.Read(brokenAt, remains)];
        var budget = MaxChecked;
        for (var i = 1; i <= remains.Length - LogFormat.FrameHeadBytes && budget > 0; i++)
        {
            var wanted = LogFormat.FrameHeadBytes + (long)LogFormat.PayloadLength(remains.AsSpan(i));
            if (wanted > remains.Length - i)
                continue;

            if (LogFormat.IsWhole(remains.AsSpan(i, (int)wanted)))
                return true;

            budget -= wanted;
        }

        return false;
    }
}
