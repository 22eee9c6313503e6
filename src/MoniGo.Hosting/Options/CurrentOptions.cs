using Microsoft.Extensions.Options;

namespace MoniGo.Hosting;

/// <summary>The options as they are now: a reload that fails its validation leaves the last valid ones in force.</summary>
/// <remarks>Thread-safe. <see cref="IOptionsMonitor{T}.CurrentValue"/> would throw after such a reload, wherever it is read.</remarks>
internal sealed class CurrentOptions
{
    private volatile MoniGoOptions _value;

    public CurrentOptions(IOptions<MoniGoOptions> initial, IOptionsMonitor<MoniGoOptions> monitor)
    {
        _value = initial.Value;
        monitor.OnChange(options =>
        {
            _value = options;
            Changed?.Invoke(options);
        });
    }

    /// <summary>Runs after a valid reload.</summary>
    public event Action<MoniGoOptions>? Changed;

    public MoniGoOptions Value => _value;
}
