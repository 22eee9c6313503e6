using Microsoft.Extensions.Logging;

namespace MoniGo.Storage;

/// <summary>Counts what goes wrong with the disk, and logs each kind of trouble once.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StoreHealth(ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

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
            if (!_told.Add(what) || _told.Count > 1000)
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

            if (Problem == problem)
                return;

            Problem = problem;
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
        }

        Log.Recovered(logger);
    }
}
