namespace MoniGo;

/// <summary>Says when what was measured reaches the disk for sure.</summary>
/// <remarks>A tick is handed to the operating system at once in every case, so a killed process loses none; this is about power and the machine.</remarks>
public enum StorageSync
{
    /// <summary>Every <see cref="StorageOptions.SyncInterval"/>.</summary>
    Interval,

    /// <summary>Before each tick counts as kept.</summary>
    EachTick,

    /// <summary>When the operating system gets to it, and when an hour is sealed.</summary>
    None,
}
