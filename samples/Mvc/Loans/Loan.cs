namespace Library;

/// <summary>A book that a reader has taken home.</summary>
public sealed record Loan(string Isbn, string Reader, DateTimeOffset Due);
