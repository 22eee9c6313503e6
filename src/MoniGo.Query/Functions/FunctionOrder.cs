namespace MoniGo.Query;

/// <summary>What functions are sorted by.</summary>
internal enum FunctionOrder
{
    /// <summary>Their name.</summary>
    Name,

    /// <summary>How often they were called.</summary>
    Calls,

    /// <summary>How many calls failed.</summary>
    Errors,

    /// <summary>The median duration.</summary>
    P50,

    /// <summary>The 95th percentile.</summary>
    P95,

    /// <summary>The 99th percentile.</summary>
    P99,

    /// <summary>The longest duration.</summary>
    Max,

    /// <summary>The duration of all calls together.</summary>
    Total,

    /// <summary>The share of their time that is their own.</summary>
    Own,

    /// <summary>The bytes that a call allocates.</summary>
    Allocated,

    /// <summary>How many calls are running.</summary>
    Active,
}
