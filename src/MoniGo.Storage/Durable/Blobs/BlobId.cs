using System.Buffers;
using System.Globalization;

namespace MoniGo.Storage;

/// <summary>Ids of blobs: a number that rises, and which run of the process gave it.</summary>
/// <remarks>
/// The number starts at the clock's milliseconds, so that it rises over restarts before the directory is read. Should the clock go
/// back and every file be lost, the run still keeps two ids apart.
/// </remarks>
internal static class BlobId
{
    private const int Digits = 13; // milliseconds since 1970, until the year 2286
    private const int RunLength = 8;

    private static readonly SearchValues<char> RunLetters = SearchValues.Create("0123456789abcdef");

    public static string NewRun() => Guid.NewGuid().ToString("N")[..RunLength];

    public static string Of(long number, string run) => string.Create(CultureInfo.InvariantCulture, $"{number:D13}-{run}");

    /// <summary>Reads the number of an id; null for what is no id.</summary>
    public static long? NumberOf(string id) =>
        id.Length == Digits + 1 + RunLength
        && id[Digits] == '-'
        && !id.AsSpan(Digits + 1).ContainsAnyExcept(RunLetters)
        && long.TryParse(id.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
