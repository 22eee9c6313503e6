namespace MoniGo.Dashboard;

/// <summary>What a panel without data says.</summary>
/// <param name="Title">The fact, such as "No requests yet".</param>
/// <param name="Hint">What would make data appear.</param>
internal sealed record EmptyText(string Title, string Hint);
