using System.Collections.Concurrent;

namespace Library;

/// <summary>Who has taken what home.</summary>
public sealed class LoanBook(TimeProvider time)
{
    private static readonly TimeSpan Term = TimeSpan.FromDays(28);

    private readonly ConcurrentQueue<Loan> _loans = new();

    /// <summary>Gets the loans, oldest first.</summary>
    public IReadOnlyCollection<Loan> Loans => _loans;

    /// <summary>Lends a book that is there.</summary>
    /// <exception cref="InvalidOperationException">All copies are out.</exception>
    public Loan Lend(Book book, string reader)
    {
        if (_loans.Count(loan => string.Equals(loan.Isbn, book.Isbn, StringComparison.Ordinal)) >= book.Copies)
            throw new InvalidOperationException($"All {book.Copies} copies of {book.Title} are out.");

        var loan = new Loan(book.Isbn, reader, time.GetUtcNow() + Term);
        _loans.Enqueue(loan);
        return loan;
    }
}
