using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront;

/// <summary>One product and how many of it are left.</summary>
internal sealed class ProductModel(Products products) : PageModel
{
    public Product Product { get; private set; } = null!;

    public int InStock => products.StockOf(Product);

    public IActionResult OnGet(int id)
    {
        if (products.Find(id) is not { } product)
            return NotFound();
        Product = product;
        return Page();
    }
}
