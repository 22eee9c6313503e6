namespace MoniGo.Tests;

/// <summary>The source tree keeps the rules of a good file.</summary>
public sealed class SourceTests
{
    private static readonly string[] Sources = [.. Repository.Files("src").Where(SourceRules.IsSource)];

    [Fact]
    public void There_are_sources_to_check() => Assert.Contains("src/MoniGo.Signals/Series/Sample.cs", Sources);

    [Fact]
    public void No_file_is_longer_than_400_lines()
        => Rule.Holds(Sources.SelectMany(path => SourceRules.Lengths(path, Repository.Read(path))));

    [Fact]
    public void No_folder_holds_more_than_15_files() => Rule.Holds(SourceRules.Folders(Sources));

    [Fact]
    public void No_file_or_folder_is_named_like_a_drawer() => Rule.Holds(Sources.SelectMany(SourceRules.Names));

    [Fact]
    public void A_file_holds_one_type_and_is_named_for_it()
        => Rule.Holds(Sources.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(path => SourceRules.Types(path, Repository.Read(path))));

    [Fact]
    public void A_long_file_is_found()
    {
        Assert.Single(SourceRules.Lengths("a.cs", string.Concat(Enumerable.Repeat("x\n", 401))));
        Assert.Empty(SourceRules.Lengths("a.cs", string.Concat(Enumerable.Repeat("x\n", 400))));
    }

    [Fact]
    public void A_crowded_folder_is_found()
    {
        Assert.Single(SourceRules.Folders(Enumerable.Range(0, 16).Select(i => $"src/A/{i}.cs")));
        Assert.Empty(SourceRules.Folders(Enumerable.Range(0, 30).Select(i => $"src/{i % 2}/{i}.cs")));
    }

    [Theory]
    [InlineData("src/A/StringHelper.cs", true)]
    [InlineData("src/Utils/Time.cs", true)]
    [InlineData("src/A/CommonTags.cs", true)]
    [InlineData("src/A/StoreManager.cs", true)]
    [InlineData("src/A/StoreImpl.cs", true)]
    [InlineData("src/A/Utilization.cs", false)]
    [InlineData("src/A/ImplicitScope.cs", false)]
    public void A_drawer_is_found_by_its_name(string path, bool found) => Assert.Equal(found, SourceRules.Names(path).Any());

    [Theory]
    [InlineData("A.cs", "public sealed class A;\n", false)]
    [InlineData("A.cs", "public sealed class A\n{\n    private sealed class B;\n}\n", false)]
    [InlineData("A.Linux.cs", "internal partial class A\n{\n}\n", false)]
    [InlineData("A.cs", "public class A;\npublic class A<T>;\n", false)]
    [InlineData("A.cs", "class A\n{\n    string B = \"\"\"\nclass C;\n\"\"\";\n}\n", false)]
    [InlineData("A.cs", "internal delegate void A(int b);\n", false)]
    [InlineData("A.cs", "public class A;\ninternal readonly record struct B(int C);\n", true)]
    [InlineData("A.cs", "public enum A { X }\ninternal interface IB;\n", true)]
    [InlineData("A.cs", "public static partial class B\n{\n}\n", true)]
    [InlineData("A.cs", "internal delegate ref readonly int B<T>(T c);\n", true)]
    public void A_second_type_or_another_name_is_found(string path, string text, bool found)
        => Assert.Equal(found, SourceRules.Types(path, text).Any());
}
