namespace MoniGo.Woven;

/// <summary>Overrides what is traced in its base.</summary>
public sealed class RushOrders : Orders
{
    /// <inheritdoc />
    public override string Label() => "rush " + base.Label();

    /// <inheritdoc />
    protected override int Protected() => 5;
}
