namespace MoniGo;

/// <summary>How functions are traced.</summary>
public sealed class TracingOptions
{
    /// <summary>Gets or sets whether calls are timed at all; may change while running.</summary>
    /// <value>Default true. When false a traced call costs one branch.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets how many functions are told apart; past them the least recently used makes room.</summary>
    /// <value>Default 10 000; from 1 to 100 000.</value>
    public int MaxFunctions { get; set; } = 10_000;

    /// <summary>Gets or sets how often a call is looked at closely and kept as a span: 1 in this many of each function; may change while running.</summary>
    /// <value>Default 100; from 1 (every call) to 1 000 000 000; 0 for none. At most some calls of each function a tick are kept.</value>
    public int SamplingRate { get; set; } = 100;

    /// <summary>Gets or sets from what duration on a call is kept as slow; may change while running.</summary>
    /// <value>Default null: longer than its function's own 99th percentile and than <see cref="SlowCallFloor"/>. From 10 us to 1 h.</value>
    public TimeSpan? SlowCallThreshold { get; set; }

    /// <summary>Gets or sets the duration below which no call counts as slow; may change while running.</summary>
    /// <value>Default 1 ms; from 10 us to 1 h. Of no effect beside <see cref="SlowCallThreshold"/>.</value>
    public TimeSpan SlowCallFloor { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Gets the names of activity sources whose activities are traced as functions and kept as spans; <c>*</c> stands for any characters.</summary>
    /// <value>Default empty. Example: <c>Npgsql</c>, <c>MyCompany.*</c>, <c>Microsoft.AspNetCore</c>.</value>
    public IList<string> Sources { get; } = [];

    /// <summary>Gets how the log lines of kept calls are kept.</summary>
    public TracingLogOptions Logs { get; } = new();
}
