namespace MoniGo.Storage;

/// <summary>Packs numbers of any width into bytes, highest bit first.</summary>
/// <remarks><see cref="Bits"/> is its counterpart. What is written last must be followed by <see cref="End"/>.</remarks>
internal ref struct BitWriter(ByteWriter into)
{
    private ulong _held;
    private int _count;

    /// <summary>Writes the lowest bits of a number.</summary>
    public void Write(ulong value, int bits)
    {
        if (bits > 56)
        {
            Write(value >> 32, bits - 32);
            (value, bits) = (value & uint.MaxValue, 32);
        }

        _held = (_held << bits) | (value & ((1UL << bits) - 1));
        for (_count += bits; _count >= 8;)
            into.Byte((byte)(_held >> (_count -= 8)));
    }

    /// <summary>Fills up the last byte with zeros.</summary>
    public void End()
    {
        if (_count > 0)
            into.Byte((byte)(_held << (8 - _count)));

        (_held, _count) = (0, 0);
    }
}
