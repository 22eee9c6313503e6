using Microsoft.AspNetCore.Http.HttpResults;
using MoniGo;

namespace Storefront;

/// <summary>Paying: price the basket, ask for shipping, charge the bank.</summary>
internal static partial class CheckoutEndpoints
{
    public static void MapCheckout(this IEndpointRouteBuilder app)
    {
        app.MapPost("/checkout", PlaceOrderAsync);
        app.MapGet("/shipping/quote", (int grams) => ShippingQuotes.Answer(grams));
        app.MapGet("/reports/sales.csv", ExportSales).RequireAuthorization(Login.Ops);
    }

    [MoniGoTrace(Name = "Checkout.PlaceOrder")]
    private static async Task<IResult> PlaceOrderAsync(
        HttpContext visitor,
        Baskets baskets,
        Products products,
        PricingEngine pricing,
        ShippingQuotes shipping,
        IPaymentGateway bank,
        StoreMeter meter,
        ILogger<Receipt> logger)
    {
        var basket = baskets.Of(visitor);
        if (basket.Lines.IsEmpty)
            return Results.Redirect("/basket");

        var goods = pricing.BestPrice(basket);
        var postage = await shipping.QuoteAsync(basket.Grams, visitor.RequestAborted);
        LogPriced(logger, goods, postage);
        await bank.ChargeAsync(goods + postage, visitor.RequestAborted);

        foreach (var line in basket.Lines)
            products.TakeFromStock(line.Product);
        baskets.Keep(visitor, Basket.Empty with { Paid = new Receipt(goods, postage) });
        meter.OrderPaid(goods);
        LogPaid(logger, goods + postage);
        return Results.Redirect("/receipt");
    }

    private static ContentHttpResult ExportSales(Products products)
        => TypedResults.Text(SalesReport.Export(products), "text/csv");

    [LoggerMessage(1, LogLevel.Information, "Basket priced: {Goods:0.00} EUR, and {Postage:0.00} EUR postage")]
    private static partial void LogPriced(ILogger logger, decimal goods, decimal postage);

    [LoggerMessage(2, LogLevel.Information, "Order paid: {Total:0.00} EUR")]
    private static partial void LogPaid(ILogger logger, decimal total);
}
