namespace Storefront;

/// <summary>Putting things into the basket.</summary>
internal static class BasketEndpoints
{
    public static void MapBasket(this IEndpointRouteBuilder app) => app.MapPost("/basket/{id:int}", Add);

    private static IResult Add(HttpContext visitor, Baskets baskets, Products products, int id)
    {
        if (products.Find(id) is not { } product)
            return Results.NotFound();
        baskets.Keep(visitor, baskets.Of(visitor).With(product));
        return Results.Redirect("/basket");
    }
}
