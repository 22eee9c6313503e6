using System.Reflection;
using MoniGo.Tracing;

namespace MoniGo.Tests;

public sealed class MethodNamesTests
{
    [Theory]
    [InlineData(typeof(int), "int")]
    [InlineData(typeof(int?), "int?")]
    [InlineData(typeof(string[]), "string[]")]
    [InlineData(typeof(byte[,]), "byte[,]")]
    [InlineData(typeof(Task<decimal>), "Task<decimal>")]
    [InlineData(typeof(Dictionary<string, List<int?>>), "Dictionary<string,List<int?>>")]
    [InlineData(typeof((int, string)), "(int,string)")]
    [InlineData(typeof(ValueTuple<int>), "ValueTuple<int>")]
    [InlineData(typeof(Outer<int>.Inner<string>), "MethodNamesTests.Outer<int>.Inner<string>")]
    [InlineData(typeof(Outer<int>.Plain), "MethodNamesTests.Outer<int>.Plain")]
    [InlineData(typeof(List<>), "List<T>")]
    [InlineData(typeof(Uri), "Uri")]
    public void OfType_AnyType_ReadsAsCSharp(Type type, string expected) => Assert.Equal(expected, TypeNames.Of(type));

    [Fact]
    public void OfMethod_NamedMethod_HasParametersAndResult()
    {
        Assert.Equal("MethodNamesTests.Price(string,int)->Task<decimal>", MethodNames.Of(Method(Price)));
        Assert.Equal("MethodNamesTests.Reset()->void", MethodNames.Of(Method(Reset)));
        Assert.Equal("MethodNamesTests.First<int>(List<int>)->int", MethodNames.Of(Method(First<int>)));
        Assert.Equal("MethodNamesTests.Swap(ref int)->void", MethodNames.Of(Method(Swap)));
    }

    [Fact]
    public void OfMethod_LocalFunction_HasItsOwnName()
    {
        static int Local(int x) => x;

        Assert.Equal("Local(int)->int", MethodNames.Of(Method(Local)));
    }

    [Fact]
    public void OfMethod_Lambda_HasNone() => Assert.Null(MethodNames.Of(Method((int x) => x)));

    private static MethodInfo Method(Delegate method) => method.Method;

    private static Task<decimal> Price(string item, int count) => Task.FromResult<decimal>(item.Length * count);

    private static void Reset()
    {
    }

    private static T First<T>(List<T> items) => items[0];

    private static void Swap(ref int value) => value = -value;

    public sealed class Outer<T>
    {
        public sealed class Inner<TInner>;

        public sealed class Plain;
    }
}
