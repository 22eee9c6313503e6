namespace Storefront;

/// <summary>One thing the shop sells.</summary>
public sealed record Product(int Id, string Name, string Department, string Description, decimal Price, int Grams);
