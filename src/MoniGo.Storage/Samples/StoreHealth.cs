using Microsoft.Extensions.Logging;

namespace MoniGo.Storage;

/// <summary>Counts what goes wrong with the disk, and logs each kind of trouble once.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StoreHealth(ILogger logger, TimeProvider? time = null)
{
    private const int MostTold = 1000;

    // A disk that is full and free by turns would fill the host's log.
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _troubles = new(StringComparer.Ordinal);
    private bool _isTold;

    /// <summary>Gets why nothing reaches the disk now, for people; null when all is well.</summary>
    public string? Problem { get; private set; }

    public long WriteFailures { get; private set; }

    /// <summary>Gets the number of files and chunks found damaged.</summary>
    public long Damaged { get; private set; }

    public string? LastDamage { get; private set; }

    /// <summary>Counts damage that an earlier process found.</summary>
    public void CountEarlier(int files)
    {
        lock (_lock)
            Damaged += files;
    }

    /// <summary>Notes damaged data, which is left out from here on.</summary>
    public void Damage(string what)
    {
        lock (_lock)
        {
            Damaged++;
            LastDamage = what;
            if (_told.Count >= MostTold || !_told.Add(what))
                return;
        }

        Log.Damaged(logger, what);
    }

    /// <summary>Notes that the disk cannot be used, and why.</summary>
    public void Fail(string problem, Exception? failure)
    {
        lock (_lock)
        {
            if (failure is not null)
                WriteFailures++;

            Problem = problem;
            if (!IsNews_NeedsLock(failure is null ? problem : $"{failure.GetType()} {failure.HResult}", _isTold))
                return;

            _isTold = true;
        }

        Log.Unwritable(logger, problem, failure);
    }

    /// <summary>Notes that the disk can be used again.</summary>
    public void Recover()
    {
        lock (_lock)
        {
            if (Problem is null)
                return;

            Problem = null;
            if (!_isTold)
                return;

            _isTold = false;
        }

        Log.Recovered(logger);
    }

    /// <summary>Notes a failure of the program, not of the disk; the upkeep goes on with the next thing.</summary>
    public void Surprise(Exception failure)
    {
        lock (_lock)
        {
            if (!IsNews_NeedsLock($"{failure.GetType()} {failure.Message}", isTold: false))
                return;
        }

        Log.UpkeepFailed(logger, failure);
    }

    // Messages name files and so differ each time; their kind does not.
    private bool IsNews_NeedsLock(string kind, bool isTold)
    {
        if (_troubles.TryGetValue(kind, out var last) && (isTold || _time.GetElapsedTime(last) < Silence))
            return false;

        if (_troubles.Count >= MostTold)
            return false;

        _troubles[kind] = _time.GetTimestamp();
        return true;
    }
}
