namespace MoniGo;

/// <summary>What MoniGo collects, keeps and judges in this host.</summary>
/// <remarks>
/// Bound from the <c>MoniGo</c> configuration section (environment variables <c>MoniGo__SamplingInterval</c> and so on), then handed
/// to the delegate of <c>AddMoniGo</c>, which has the last word. Checked when the host starts; a value out of range stops the start
/// with an error that names the key and the legal range.
/// </remarks>
public sealed class MoniGoOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string SectionName = "MoniGo";

    /// <summary>Gets or sets the name under which this service is shown and exported.</summary>
    /// <value>Default: the application name of the host environment. At most 200 characters.</value>
    public string? ServiceName { get; set; }

    /// <summary>Gets or sets the version of this service.</summary>
    /// <value>Default: the informational version of the entry assembly. At most 200 characters.</value>
    public string? ServiceVersion { get; set; }

    /// <summary>Gets or sets the time between two snapshots.</summary>
    /// <value>Default 5 s; from 100 ms to 1 min.</value>
    public TimeSpan SamplingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the names of meters to listen to beyond those of .NET; <c>*</c> stands for any characters.</summary>
    /// <value>Default empty: <c>System.*</c> and <c>Microsoft.*</c> are always listened to. Example: <c>MyCompany.*</c>.</value>
    public IList<string> Meters { get; } = [];

    /// <summary>Gets or sets how many tag sets one instrument may have before the rest share an overflow series.</summary>
    /// <value>Default 2 000; from 1 to 100 000.</value>
    public int CardinalityLimit { get; set; } = 2_000;

    /// <summary>Gets the options of function tracing.</summary>
    public TracingOptions Tracing { get; } = new();

    /// <summary>Gets the options of the sample store.</summary>
    public StorageOptions Storage { get; } = new();

    /// <summary>Gets the limits behind the health score.</summary>
    public HealthOptions Health { get; } = new();

    /// <summary>Gets the limits of the dashboard's live streams.</summary>
    public DashboardOptions Dashboard { get; } = new();
}
