namespace MoniGo.Storage;

/// <summary>What is known about the values behind each row.</summary>
internal enum RowBands
{
    /// <summary>A row is one tick.</summary>
    Ticks,

    /// <summary>A row is a window with number, minimum, maximum and sum.</summary>
    Full,

    /// <summary>A row is a window whose values count as if all were its last.</summary>
    LastOnly,
}
