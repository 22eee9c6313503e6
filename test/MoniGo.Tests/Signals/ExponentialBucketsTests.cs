using System.Numerics;
using MoniGo.Signals;

namespace MoniGo.Tests;

public sealed class ExponentialBucketsTests
{
    [Fact]
    public void IndexOf_AtAndAroundEveryBound_AgreesWithTheDefinition()
    {
        for (var index = ExponentialBuckets.MinIndex; index < ExponentialBuckets.MaxIndex; index++)
        {
            var bound = ExponentialBuckets.UpperBound(index);
            Assert.Equal(index, ExponentialBuckets.IndexOf(bound));
            Assert.Equal(index, ExponentialBuckets.IndexOf(Math.BitDecrement(bound)));
            Assert.Equal(index + 1, ExponentialBuckets.IndexOf(Math.BitIncrement(bound)));
            Assert.Equal(bound, ExponentialBuckets.LowerBound(index + 1));
        }
    }

    [Fact]
    public void IndexOf_RandomValues_AgreesWithExactArithmetic()
    {
        var random = new Random(20260504);
        for (var i = 0; i < 20_000; i++)
        {
            var value = Math.ScaleB(1 + random.NextDouble(), random.Next(-64, 64));
            Assert.Equal(ExactIndex(value), ExponentialBuckets.IndexOf(value));
        }
    }

    [Theory]
    [InlineData(double.Epsilon, ExponentialBuckets.MinIndex)]
    [InlineData(1e-310, ExponentialBuckets.MinIndex)]
    [InlineData(5.421010862427522E-20, ExponentialBuckets.MinIndex)] // 2^-64
    [InlineData(1, -1)]
    [InlineData(2, 15)]
    [InlineData(1.8446744073709552E+19, ExponentialBuckets.MaxIndex)] // 2^64
    [InlineData(1e300, ExponentialBuckets.MaxIndex)]
    [InlineData(double.PositiveInfinity, ExponentialBuckets.MaxIndex)]
    public void IndexOf_Extremes_StayInRange(double value, int index) => Assert.Equal(index, ExponentialBuckets.IndexOf(value));

    [Fact]
    public void Midpoint_IsAtMost2_2PercentFromEveryValueOfItsBucket()
    {
        for (var index = ExponentialBuckets.MinIndex; index <= ExponentialBuckets.MaxIndex; index++)
        {
            var middle = ExponentialBuckets.Midpoint(index);
            Assert.InRange(middle / ExponentialBuckets.LowerBound(index), 1, 1.022);
            Assert.InRange(ExponentialBuckets.UpperBound(index) / middle, 1, 1.022);
        }
    }

    // value in (2^(i/16), 2^((i+1)/16)]  <=>  i < 16 log2(value) <= i + 1  <=>  2^i < value^16 <= 2^(i+1), in whole numbers.
    private static int ExactIndex(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = (bits & ((1L << 52) - 1)) | (1L << 52);
        var power = BigInteger.Pow(mantissa, 16); // value^16 * 2^(16 * (52 - exponent))
        var floor = (int)(power.GetBitLength() - 1);
        return floor - (power.IsPowerOfTwo ? 1 : 0) - (16 * (52 - exponent));
    }
}
