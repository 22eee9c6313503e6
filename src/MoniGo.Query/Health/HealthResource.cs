namespace MoniGo.Query;

/// <summary>One resource that a health score looks at.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Usage">How much is in use; null when there is no reading.</param>
/// <param name="Limit">How much is allowed.</param>
/// <param name="Unit"><c>%</c>, or empty for a count.</param>
internal sealed record HealthResource(string Name, double? Usage, double Limit, string Unit)
{
    /// <summary>Gets the usage in percent of what is allowed.</summary>
    public double? Allowance => Usage / Limit * 100;

    /// <summary>Gets whether more is in use than is allowed.</summary>
    public bool IsOver => Usage > Limit;
}
