namespace MoniGo.Hosting;

/// <summary>Where a function's history is, in one tick.</summary>
internal enum FunctionPlace
{
    /// <summary>It has its own.</summary>
    Own,

    /// <summary>It is part of the rest.</summary>
    Rest,

    /// <summary>It was part of the rest and has its own from this tick on.</summary>
    Joins,

    /// <summary>It had its own and is part of the rest from this tick on.</summary>
    Leaves,
}
