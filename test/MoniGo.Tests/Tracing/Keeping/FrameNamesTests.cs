using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class FrameNamesTests
{
    [Theory]
    [InlineData("Shop.Orders", "Place", "Shop.Orders.Place")]
    [InlineData("Shop.Orders+<PlaceAsync>d__5", "MoveNext", "Shop.Orders.PlaceAsync")]
    [InlineData("Shop.Orders`1+<PlaceAsync>d__5`2", "MoveNext", "Shop.Orders.PlaceAsync")]
    [InlineData("Shop.Orders`1[[System.Int32, System.Private.CoreLib]]", "Place", "Shop.Orders.Place")]
    [InlineData("Shop.Orders+Line", "Add", "Shop.Orders.Line.Add")]
    [InlineData("Shop.Orders+<>c", "<Run>b__0_1", "Shop.Orders.Run")]
    [InlineData("Shop.Orders+<>c__DisplayClass3_0", "<Run>b__0", "Shop.Orders.Run")]
    [InlineData("Shop.Orders+<>c+<<Run>b__0_0>d", "MoveNext", "Shop.Orders.Run")]
    [InlineData("Shop.Orders", "<Run>g__Check|3_0", "Shop.Orders.Check")]
    [InlineData("Shop.Orders+<<Run>g__Check|3_0>d", "MoveNext", "Shop.Orders.Check")]
    [InlineData("Program+<>c", "<<Main>$>b__0_1", "Program.Main")]
    [InlineData("Shop.Orders", ".ctor", "Shop.Orders..ctor")]
    [InlineData("Shop.Orders+<Items>d__2", "System.IDisposable.Dispose", "Shop.Orders.Items")]
    [InlineData("", "Dynamic", "Dynamic")]
    public void Of_Frame_IsAsItWasWritten(string type, string method, string name) => Assert.Equal(name, FrameNames.Of(type, method));
}
