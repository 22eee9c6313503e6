using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class Crc32CTests
{
    [Fact]
    public void Of_TheCheckString_IsThePublishedValue() => Assert.Equal(0xE306_9283u, Crc32C.Of("123456789"u8));

    [Fact]
    public void Of_InTwoParts_IsThatOfTheWhole() => Assert.Equal(Crc32C.Of("a longer text"u8), Crc32C.Of(" text"u8, Crc32C.Of("a longer"u8)));
}
