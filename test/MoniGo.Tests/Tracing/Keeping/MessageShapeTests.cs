using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class MessageShapeTests
{
    [Theory]
    [InlineData("Order 4711 of 12.50 EUR at 10:31:07 failed", "Order {number} of {number} EUR at {number} failed")]
    [InlineData("No order 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "No order {guid}")]
    [InlineData("Key 'shop/ä 7' is missing, \"abc\" is not", "Key {text} is missing, {text} is not")]
    [InlineData("It can't be what it isn't", "It can't be what it isn't")]
    [InlineData("No user jane.doe+x@mail.example.org here", "No user {email} here")]
    [InlineData("Could not find file /var/lib/shop/a.db.", "Could not find file {path}")]
    [InlineData("Could not find C:\\data\\x.txt", "Could not find {path}")]
    [InlineData("GET https://shop.example/orders/7?x=1 failed", "GET {path} failed")]
    [InlineData("At 0x7fff12ab and deadbeef01 but not decade", "At {hex} and {hex} but not decade")]
    [InlineData("order42\r\n  of  line", "order{number} of line")]
    [InlineData("either/or and 1/2", "either/or and {number}/{number}")]
    [InlineData("", "")]
    public void Of_Message_HasPlaceholders(string message, string shape) => Assert.Equal(shape, MessageShape.Of(message));

    [Fact]
    public void Of_LongMessage_IsBounded()
    {
        Assert.Equal(300, MessageShape.Of(string.Concat(Enumerable.Repeat("words and ", 10_000))).Length);
        Assert.InRange(MessageShape.Of(new('\'', 100_000)).Length, 1, 1000);
        Assert.InRange(MessageShape.Of(new string('a', 500) + new string('@', 500)).Length, 1, 1000);
    }
}
