namespace Library;

/// <summary>All titles, in memory.</summary>
public sealed class Shelf
{
    /// <summary>Gets the titles.</summary>
    public IReadOnlyList<Book> Books { get; } =
    [
        new("9780140449136", "The Odyssey", "Homer", 3),
        new("9780141439518", "Pride and Prejudice", "Jane Austen", 2),
        new("9780142437230", "Don Quixote", "Miguel de Cervantes", 1),
        new("9780486280615", "Adventures of Huckleberry Finn", "Mark Twain", 4),
    ];

    /// <summary>Finds a title; null when the library has none of that number.</summary>
    public Book? Find(string isbn) => Books.FirstOrDefault(book => string.Equals(book.Isbn, isbn, StringComparison.Ordinal));
}
