namespace MoniGo.Woven;

/// <summary>An interface that carries the attribute.</summary>
[MoniGoTrace]
public interface IShop
{
    /// <summary>Gets what no attribute means.</summary>
    string Name => "shop";

    int Buy(int count);

    Task<int> BuyAsync(int count);

    int BuyTwice(int count) => count * 2;

    void Close();
}
