namespace MoniGo.Woven;

/// <summary>Implements a traced interface.</summary>
public sealed class Shop : IShop
{
    public int Buy(int count) => count;

    public Task<int> BuyAsync(int count) => Task.FromResult(count);

    public void Close()
    {
    }
}
