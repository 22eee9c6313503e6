using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MoniGo;

namespace Storefront;

/// <summary>What the catalogue holds of the words asked for; a traced page.</summary>
[MoniGoTrace]
internal sealed class SearchModel(Products products) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public IReadOnlyList<Product> Found { get; private set; } = [];

    public void OnGet() => Found = products.Search(Query ?? "");
}
