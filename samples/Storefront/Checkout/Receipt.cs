namespace Storefront;

/// <summary>What a visitor paid.</summary>
public sealed record Receipt(decimal Goods, decimal Postage);
