namespace MoniGo;

/// <summary>How the dashboard's live streams are bounded.</summary>
public sealed class DashboardOptions
{
    /// <summary>Gets or sets how many live streams may be open at once; the next one is answered 503.</summary>
    /// <value>Default 200; from 1 to 10 000.</value>
    public int MaxViewers { get; set; } = 200;

    /// <summary>Gets or sets how long one stream lives before the browser asks again, and is authorized again.</summary>
    /// <value>Default 10 min; from 10 s to 1 day.</value>
    public TimeSpan StreamLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
