using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Library;

/// <summary>Turns the number in the path into a book, as a catalogue elsewhere would in some milliseconds.</summary>
public sealed class BookBinder(Shelf shelf, TimeProvider time) : IModelBinder
{
    private static readonly TimeSpan LookUp = TimeSpan.FromMilliseconds(3);

    /// <inheritdoc />
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await Task.Delay(LookUp, time, bindingContext.HttpContext.RequestAborted);
        var isbn = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue ?? "";
        if (shelf.Find(isbn) is { } book)
            bindingContext.Result = ModelBindingResult.Success(book);
        else
            bindingContext.ModelState.AddModelError(bindingContext.ModelName, "The library has no such book.");
    }
}
