namespace MoniGo.Wire;

/// <summary>What the TYPE line of a family says.</summary>
internal enum ExpositionType
{
    /// <summary>Nothing is known; <c>untyped</c> in the older format.</summary>
    Unknown,

    /// <summary>A value that rises and falls.</summary>
    Gauge,

    /// <summary>A total that only rises.</summary>
    Counter,

    /// <summary>Cumulative buckets with sum and count.</summary>
    Histogram,

    /// <summary>Quantiles computed by the sender; read, never written.</summary>
    Summary,

    /// <summary>Facts in labels, value 1; a gauge in the older format.</summary>
    Info,
}
