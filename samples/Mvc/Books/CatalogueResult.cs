using Microsoft.AspNetCore.Mvc;

namespace Library;

/// <summary>Writes titles as CSV, one by one, as a slow line would take them.</summary>
public sealed class CatalogueResult(IEnumerable<Book> books) : ActionResult
{
    private static readonly TimeSpan PerRow = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc />
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        foreach (var book in books)
        {
            await Task.Delay(PerRow, time, context.HttpContext.RequestAborted);
            await response.WriteAsync($"{book.Isbn},{book.Title},{book.Author},{book.Copies}\n");
        }
    }
}
