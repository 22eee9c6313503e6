using Microsoft.Extensions.DependencyInjection;
using static MoniGo.Woven.WovenCase;

namespace MoniGo.Woven;

/// <summary>Registers the stock and calls it.</summary>
public static class StockCalls
{
    public static IServiceCollection Add(IServiceCollection services, ServiceLifetime lifetime) => services.AddMoniGoTraced<IStock, Stock>(lifetime);

    public static IServiceCollection AddByDefault(IServiceCollection services) => services.AddMoniGoTraced<IStock, Stock>();

    public static int Woven(IStock stock) => stock.Woven(1);

    public static async Task CallEach(IStock stock)
    {
        var (raised, tries) = (0, 1);
        stock.Changed += (_, _) => raised++;
        Answers(3, stock.Count("abc"));
        Answers(7, await stock.CountAsync(Yielded()));
        await stock.Notify();
        Answers("x", stock.Find("x", ref tries, out var found));
        Answers((1, 2, true), (raised, tries, found));
        Answers(1, stock.Woven(1));
        Answers(2, stock.Explicit(2));
        Answers("r", stock.Read("r"));
    }

    public static void UseUntraced(IStock stock)
    {
        (stock.Name, stock.Level, stock[1]) = ("name", 2, 3);
        Answers(("name", 3, "read"), (stock.Name, stock[1], ((IRead<string>)stock).Name));
        stock.Slot(1) = 4;
        Answers(4, stock[1]);
        Answers(2, stock.Untraced(1, 2));
        Answers(3, stock.Default(2));
    }

    private static async Task Yielded() => await Task.Yield();
}
