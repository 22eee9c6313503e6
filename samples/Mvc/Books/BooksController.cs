using Microsoft.AspNetCore.Mvc;
using MoniGo;

namespace Library;

/// <summary>The pages of the catalogue; every action is traced, by the attribute on the class and the conventional route.</summary>
[MoniGoTrace]
public sealed class BooksController(Shelf shelf) : Controller
{
    /// <summary>Shows all titles; rendering the view is the action's result, and counts apart from it.</summary>
    public IActionResult Index() => View(shelf.Books);

    /// <summary>Gives the catalogue as a file; its rows are written by the result.</summary>
    [HttpGet("/books.csv")]
    public IActionResult Catalogue() => new CatalogueResult(shelf.Books);
}
