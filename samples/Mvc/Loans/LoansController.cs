using Microsoft.AspNetCore.Mvc;
using MoniGo;

namespace Library;

/// <summary>Lends books: <c>curl -X POST "localhost:5081/loans/9780142437230?reader=ada"</c>; the second one fails, as there is one copy.</summary>
[ApiController]
[Route("loans")]
public sealed partial class LoansController(LoanBook loans, ILogger<LoansController> logger) : ControllerBase
{
    /// <summary>Lists the loans.</summary>
    [HttpGet]
    public IReadOnlyCollection<Loan> List() => loans.Loans;

    /// <summary>Lends a book, which the binder has looked up: its time is the action's binding.</summary>
    [MoniGoTrace]
    [HttpPost("{isbn}")]
    public ActionResult<Loan> Lend([ModelBinder(typeof(BookBinder), Name = "isbn")] Book book, string reader)
    {
        LogAsked(reader, book.Title);
        return loans.Lend(book, reader);
    }

    [LoggerMessage(1, LogLevel.Information, "{Reader} asks for {Title}")]
    private partial void LogAsked(string reader, string title);
}
