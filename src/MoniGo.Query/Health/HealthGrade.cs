namespace MoniGo.Query;

/// <summary>MoniGo's six grades of health, from worst to best.</summary>
internal enum HealthGrade
{
    /// <summary>Below 30 percent, or unknown.</summary>
    Critical,

    /// <summary>From 30 percent.</summary>
    Poor,

    /// <summary>From 50 percent.</summary>
    Fair,

    /// <summary>From 70 percent.</summary>
    Satisfactory,

    /// <summary>From 85 percent.</summary>
    Good,

    /// <summary>From 90 percent.</summary>
    Excellent,
}
