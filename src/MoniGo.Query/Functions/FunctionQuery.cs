namespace MoniGo.Query;

/// <summary>Which functions of a range are wanted, and in which order.</summary>
/// <param name="Order">What they are sorted by; a function without that number comes last.</param>
/// <param name="Descending">Whether the largest come first.</param>
/// <param name="Search">What the name must contain, whatever the case; empty for all.</param>
/// <param name="Page">Which page of them, from 1; the last one where there are fewer.</param>
/// <param name="PageSize">Functions of a page, from 1 to 500.</param>
internal sealed record FunctionQuery(FunctionOrder Order, bool Descending, string Search, int Page, int PageSize)
{
    /// <summary>Gets a step that suits the range; the trend's is a multiple of it.</summary>
    public TimeSpan Step { get; init; }
}
