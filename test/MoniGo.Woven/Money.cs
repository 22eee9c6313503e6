namespace MoniGo.Woven;

/// <summary>A struct that changes itself.</summary>
public struct Money
{
    public int Cents { get; private set; }

    [MoniGoTrace]
    public void Add(int cents) => Cents += cents;

    [MoniGoTrace]
    public readonly int Read() => Cents;
}
