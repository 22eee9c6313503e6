using Microsoft.AspNetCore.Http.HttpResults;
using MoniGo;

namespace Storefront;

/// <summary>The pages where people look for something to buy.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", FrontPage);
        app.MapGet("/search", Search);
        app.MapGet("/products/{id:int}", Show);
    }

    private static RazorComponentResult<ShelfPage> FrontPage(Products products)
        => Shelf("Welcome", query: null, [.. products.All.Take(Products.ShelfSize)]);

    [MoniGoTrace]
    private static RazorComponentResult<ShelfPage> Search(Products products, string? q)
        => Shelf("Search", q, products.Search(q ?? ""));

    private static IResult Show(Products products, int id)
        => products.Find(id) is { } product
            ? new RazorComponentResult<ProductPage>(new { Product = product, InStock = products.StockOf(product) })
            : Results.NotFound();

    private static RazorComponentResult<ShelfPage> Shelf(string title, string? query, IReadOnlyList<Product> products)
        => new(new { Title = title, Query = query, Products = products });
}
