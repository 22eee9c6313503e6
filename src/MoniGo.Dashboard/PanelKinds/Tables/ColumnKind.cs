namespace MoniGo.Dashboard;

/// <summary>How the cells of a column are set.</summary>
internal enum ColumnKind
{
    /// <summary>A name, set in the code face; it takes the room that is left.</summary>
    Name,

    /// <summary>A function: its type and name stand out, its parameters are dimmed.</summary>
    Function,

    /// <summary>A sentence; it shares the room that is left with the name.</summary>
    Text,

    /// <summary>A short word.</summary>
    Word,

    /// <summary>A moment, written as in an address; the reader sees it by the own clock. Any other text stays as it is.</summary>
    Moment,

    /// <summary>A number, set to the right.</summary>
    Number,

    /// <summary>A number that is coloured when it is not zero.</summary>
    Alarm,

    /// <summary>A number that narrow screens leave out.</summary>
    Minor,

    /// <summary>A bar beside a number, in percent of the longest.</summary>
    Length,

    /// <summary>How a number went over the range, written by <see cref="Trend"/>; it is only drawn, so a column beside it has the number.</summary>
    Trend,
}
