namespace Library;

/// <summary>One title of the library.</summary>
public sealed record Book(string Isbn, string Title, string Author, int Copies);
