using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class ByteReaderTests
{
    [Fact]
    public void Varint_LongerThanTenBytes_IsDamage() =>
        Assert.Throws<DamagedDataException>(() => new ByteReader([.. Enumerable.Repeat((byte)0x80, 11)]).Varint());

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 4)]
    [InlineData(5, -1)]
    public void Varint_WithALimit_IsDamageAboveIt(byte value, int max)
    {
        if (value <= max)
            Assert.Equal(value, new ByteReader([value]).Varint(max));
        else
            Assert.Throws<DamagedDataException>(() => new ByteReader([value]).Varint(max));
    }

    [Fact]
    public void Bytes_MoreThanThereAre_IsDamage() => Assert.Throws<DamagedDataException>(() => new ByteReader([1, 2]).Bytes(3));

    [Fact]
    public void Bytes_NegativeCount_IsDamage() => Assert.Throws<DamagedDataException>(() => new ByteReader([1, 2]).Bytes(-1));

    [Fact]
    public void Text_LongerThanTheRest_IsDamage() => Assert.Throws<DamagedDataException>(() => new ByteReader([200, 1, 65]).Text());
}
