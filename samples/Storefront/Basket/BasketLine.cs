namespace Storefront;

/// <summary>A product and how many of it.</summary>
public sealed record BasketLine(Product Product, int Count)
{
    public decimal Price => Product.Price * Count;
}
