namespace MoniGo.Query;

/// <summary>What is known of the requests to one route by one method; times in seconds.</summary>
/// <param name="Route">The route template, or <see cref="Unmatched"/>.</param>
/// <param name="Method">The HTTP method.</param>
internal sealed record EndpointRow(string Route, string Method)
{
    /// <summary>Stands for requests that no route matched.</summary>
    public const string Unmatched = "(unmatched)";

    /// <summary>Gets the number of requests.</summary>
    public long Requests { get; init; }

    /// <summary>Gets the requests per second; null when the length of time is unknown.</summary>
    public double? Rate { get; init; }

    /// <summary>Gets the requests that failed: answered 500 or above, or ended with an error.</summary>
    public long Errors { get; init; }

    /// <summary>Gets the requests answered 200 to 299.</summary>
    public long Successes { get; init; }

    /// <summary>Gets the requests answered 300 to 399.</summary>
    public long Redirects { get; init; }

    /// <summary>Gets the requests answered 500 to 599.</summary>
    public long ServerErrors { get; init; }

    /// <summary>Gets the requests answered 400 to 499.</summary>
    public long ClientErrors { get; init; }

    /// <summary>Gets the median duration; null without requests that were answered, as of WebSockets.</summary>
    public double? P50 { get; init; }

    /// <summary>Gets the 95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>Gets the 99th percentile.</summary>
    public double? P99 { get; init; }

    /// <summary>Gets the mean duration.</summary>
    public double? Mean { get; init; }

    /// <summary>Gets the duration of all its requests together.</summary>
    public double TotalSeconds { get; init; }

    /// <summary>Gets its share of the time of all requests, from 0 to 1.</summary>
    public double TimeShare { get; init; }

    /// <summary>Gets the share of requests that failed, from 0 to 1.</summary>
    public double ErrorShare => Requests == 0 ? 0 : (double)Errors / Requests;
}
