namespace MoniGo.Storage;

/// <summary>How finely the rows of a segment are cut; the number is what stands in the file.</summary>
internal enum Tier : byte
{
    /// <summary>Every tick.</summary>
    Raw = 0,

    /// <summary>Windows of one minute.</summary>
    Minute = 1,

    /// <summary>Windows of one hour.</summary>
    Hour = 2,
}
