using Microsoft.AspNetCore.Http.HttpResults;

namespace Storefront;

/// <summary>Looking into the basket and putting things there.</summary>
internal static class BasketEndpoints
{
    public static void MapBasket(this IEndpointRouteBuilder app)
    {
        app.MapGet("/basket", Show);
        app.MapPost("/basket/{id:int}", Add);
    }

    private static RazorComponentResult<BasketPage> Show(HttpContext visitor, Baskets baskets)
        => new(new { Basket = baskets.Of(visitor) });

    private static IResult Add(HttpContext visitor, Baskets baskets, Products products, int id)
    {
        if (products.Find(id) is not { } product)
            return Results.NotFound();
        baskets.Keep(visitor, baskets.Of(visitor).With(product));
        return Results.Redirect("/basket");
    }
}
