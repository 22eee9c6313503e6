namespace MoniGo.Woven;

/// <summary>A class that is traced as a whole.</summary>
[MoniGoTrace]
public class WholeClass
{
    public int One() => 1;

    internal int Two() => 2;

    public int Both() => One() + Two() + Private();

    [MoniGoTrace(Name = "nearer")]
    public int Nearer() => 4;

    private int Private() => 3;
}
