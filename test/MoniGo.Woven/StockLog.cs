namespace MoniGo.Woven;

/// <summary>Counts the lives of implementations.</summary>
public sealed class StockLog
{
    public int Made { get; set; }

    public int Disposed { get; set; }
}
