using System.Collections.Immutable;

namespace Storefront;

/// <summary>What one visitor wants to buy, or has just paid.</summary>
public sealed record Basket(ImmutableList<BasketLine> Lines, Receipt? Paid = null)
{
    public static readonly Basket Empty = new([]);

    public decimal Price => Lines.Sum(line => line.Price);

    public int Grams => Lines.Sum(line => line.Product.Grams * line.Count);

    public Basket With(Product product)
        => new(Lines.Find(line => line.Product == product) is { } line
            ? Lines.Replace(line, line with { Count = line.Count + 1 })
            : Lines.Add(new BasketLine(product, 1)));
}
