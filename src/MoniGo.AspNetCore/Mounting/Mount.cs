namespace MoniGo.AspNetCore;

/// <summary>One call of <c>MapMoniGo</c>.</summary>
internal sealed record Mount(string Path);
