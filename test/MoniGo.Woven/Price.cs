namespace MoniGo.Woven;

/// <summary>A struct that cannot change; traced as a whole.</summary>
[MoniGoTrace]
public readonly struct Price(int cents)
{
    public int Cents { get; } = cents;

    public int Twice() => Cents * 2;

    /// <inheritdoc />
    public override string ToString() => "price";
}
