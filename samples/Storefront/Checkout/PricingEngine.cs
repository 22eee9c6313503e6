using MoniGo;

namespace Storefront;

/// <summary>Finds the cheapest set of offers for a basket, by trying them all.</summary>
/// <remarks>Deliberately the slow way (2^14 sets): it is the hot spot that the dashboard should find.</remarks>
internal sealed class PricingEngine(Products products)
{
    private const int Offers = 14;

    private readonly string[] _departments = [.. products.All.Select(product => product.Department).Distinct()];

    /// <summary>Traced where it is called: the compiler weaves the attribute in.</summary>
    [MoniGoTrace]
    public decimal BestPrice(Basket basket)
    {
        var best = basket.Price;
        for (var chosen = 0; chosen < 1 << Offers; chosen++)
            best = Math.Min(best, PriceWith(basket, chosen));
        return decimal.Round(best, 2);
    }

    /// <summary>Each offer takes some per cent off one department and costs a fee.</summary>
    private decimal PriceWith(Basket basket, int chosen)
    {
        var price = basket.Price;
        for (var offer = 0; offer < Offers; offer++)
        {
            if ((chosen & 1 << offer) == 0)
                continue;
            var department = _departments[offer % _departments.Length];
            foreach (var line in basket.Lines)
            {
                if (line.Product.Department == department)
                    price -= line.Price * (2 + offer) / 100m;
            }
            price += 1.25m + offer / 4m;
        }
        return price;
    }
}
