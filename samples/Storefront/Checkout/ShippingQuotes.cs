using MoniGo;

namespace Storefront;

/// <summary>Asks the shipping service, which here is this shop itself, for a price.</summary>
internal sealed class ShippingQuotes(HttpClient http, StoreAddress shipper)
{
    private const decimal Base = 3.90m;
    private const decimal PerKilogram = 1.20m;

    [MoniGoTrace]
    public async Task<decimal> QuoteAsync(int grams, CancellationToken cancellationToken)
        => await http.GetFromJsonAsync<decimal>(new Uri(shipper.Uri, $"shipping/quote?grams={grams}"), cancellationToken);

    /// <summary>The other side of the call: what the shipping service answers.</summary>
    public static decimal Answer(int grams) => decimal.Round(Base + PerKilogram * grams / 1000, 2);
}
