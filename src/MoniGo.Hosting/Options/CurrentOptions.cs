using Microsoft.Extensions.Options;

namespace MoniGo.Hosting;

/// <summary>The options as they are now: a reload that fails its validation leaves the last valid ones in force.</summary>
/// <remarks>Thread-safe. <see cref="IOptionsMonitor{T}.CurrentValue"/> would throw after such a reload, wherever it is read.</remarks>
internal sealed class CurrentOptions
{
    private readonly IOptionsMonitor<MoniGoOptions> _monitor;
    private volatile MoniGoOptions _value;

    public CurrentOptions(IOptions<MoniGoOptions> initial, IOptionsMonitor<MoniGoOptions> monitor)
    {
        (_value, _monitor) = (initial.Value, monitor);
        OnChange(options => _value = options);
    }

    public MoniGoOptions Value => _value;

    /// <summary>Runs an action after each valid reload.</summary>
    public void OnChange(Action<MoniGoOptions> action) => _monitor.OnChange(action);
}
