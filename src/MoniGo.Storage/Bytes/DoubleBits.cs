namespace MoniGo.Storage;

/// <summary>Compares doubles by their bits, in which NaN is itself and -0 is not 0.</summary>
internal static class DoubleBits
{
    public static bool AreSame(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
}
