using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MoniGo.Hosting;

/// <summary>The options as they are now: a reload that fails leaves the last valid ones in force and is logged.</summary>
/// <remarks>
/// Thread-safe. Stands in for <see cref="IOptionsMonitor{T}"/>, which would throw a failed reload into whoever reloads the host's
/// configuration, and into every later reading.
/// </remarks>
internal sealed class CurrentOptions : IDisposable
{
    private readonly IOptionsFactory<MoniGoOptions> _factory;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _watches = [];
    private volatile MoniGoOptions _value;
    private string? _problem;

    /// <summary>Reads the options for the first time; what is wrong with them is thrown here and stops the start.</summary>
    public CurrentOptions(
        IOptions<MoniGoOptions> initial,
        IOptionsFactory<MoniGoOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<MoniGoOptions>> changes,
        ILogger<CurrentOptions> logger)
    {
        (_value, _factory, _logger) = (initial.Value, factory, logger);
        foreach (var change in changes)
            _watches.Add(ChangeToken.OnChange(change.GetChangeToken, Reload));
    }

    /// <summary>Runs after each valid reload.</summary>
    public event EventHandler? Changed;

    public MoniGoOptions Value => _value;

    public void Dispose() => _watches.ForEach(watch => watch.Dispose());

    private void Reload()
    {
        try
        {
            _value = _factory.Create(Microsoft.Extensions.Options.Options.DefaultName);
            _problem = null;
            Changed?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception failure)
        {
            // Each configuration provider reports the same reload; once is enough.
            if (failure.Message != Interlocked.Exchange(ref _problem, failure.Message))
                Log.ReloadRefused(_logger, failure.Message, failure);
        }
    }
}
