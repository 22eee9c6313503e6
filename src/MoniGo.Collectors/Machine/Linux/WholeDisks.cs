namespace MoniGo.Collectors;

/// <summary>Tells whole disks from what would count the same bytes twice, by the kernel's naming.</summary>
internal static class WholeDisks
{
    /// <summary>Tells whether a device only passes bytes on to another one, or keeps them in memory.</summary>
    /// <remarks>Loop and memory disks, RAID and device mapper, floppies; the kernel's <c>admin-guide/devices.txt</c>.</remarks>
    public static bool IsVirtual(ReadOnlySpan<byte> name) =>
        name.StartsWith("loop"u8) || name.StartsWith("ram"u8) || name.StartsWith("zram"u8)
        || name.StartsWith("dm-"u8) || name.StartsWith("md"u8) || name.StartsWith("fd"u8);

    /// <summary>Tells whether a device is a partition of another: <c>sda1</c> of <c>sda</c>, <c>nvme0n1p2</c> of <c>nvme0n1</c>.</summary>
    /// <remarks>A disk whose name ends with a digit puts a <c>p</c> before the partition's number; the kernel's <c>block/genhd.c</c>.</remarks>
    public static bool IsPartition(ReadOnlySpan<byte> name, ReadOnlySpan<byte> disk)
    {
        if (disk.IsEmpty || name.Length <= disk.Length || !name.StartsWith(disk))
            return false;

        var number = name[disk.Length..];
        if (char.IsAsciiDigit((char)disk[^1]))
        {
            if (number[0] != 'p')
                return false;

            number = number[1..];
        }

        return !number.IsEmpty && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
