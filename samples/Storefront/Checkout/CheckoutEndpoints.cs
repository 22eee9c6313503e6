using Microsoft.AspNetCore.Http.HttpResults;
using MoniGo;

namespace Storefront;

/// <summary>Paying: price the basket, ask for shipping, charge the bank.</summary>
internal static class CheckoutEndpoints
{
    public static void MapCheckout(this IEndpointRouteBuilder app)
    {
        app.MapPost("/checkout", PlaceOrderAsync);
        app.MapGet("/shipping/quote", (int grams) => ShippingQuotes.Answer(grams));
        app.MapGet("/reports/sales.csv", ExportSales).RequireAuthorization(Login.Ops);
    }

    [MoniGoTrace]
    private static async Task<IResult> PlaceOrderAsync(
        HttpContext visitor,
        Baskets baskets,
        Products products,
        PricingEngine pricing,
        ShippingQuotes shipping,
        PaymentGateway bank,
        StoreMeter meter,
        IMoniGoTracer tracer)
    {
        var basket = baskets.Of(visitor);
        if (basket.Lines.IsEmpty)
            return Results.Redirect("/basket");

        var goods = tracer.Trace("PricingEngine.BestPrice", () => pricing.BestPrice(basket));
        var postage = await shipping.QuoteAsync(basket.Grams, visitor.RequestAborted);
        await tracer.TraceAsync("PaymentGateway.ChargeAsync", () => bank.ChargeAsync(goods + postage, visitor.RequestAborted));

        foreach (var line in basket.Lines)
            products.TakeFromStock(line.Product);
        baskets.Keep(visitor, Basket.Empty with { Paid = new Receipt(goods, postage) });
        meter.OrderPaid(goods);
        return Results.Redirect("/receipt");
    }

    [MoniGoTrace]
    private static ContentHttpResult ExportSales(Products products)
        => TypedResults.Text(SalesReport.Export(products), "text/csv");
}
