using System.Reflection;

namespace MoniGo.Tests;

/// <summary>A change of what users can call is seen in a review: the approved text changes with it.</summary>
public sealed class PublicApiTests
{
    private const string Approved = "test/MoniGo.Tests/Conventions/PublicApi";
    private const string Approve = "MONIGO_APPROVE";

    /// <summary>Every project of src/ whose assembly these tests can load.</summary>
    public static TheoryData<string> Assemblies() => [.. Repository.Files("src")
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")))];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_surface_is_the_approved_one(string name)
    {
        var received = PublicSurface.Of(Assembly.Load(name));
        var approved = Path.Combine(Repository.Root, Approved, name + ".approved.txt");
        if (Environment.GetEnvironmentVariable(Approve) == "1")
            File.WriteAllText(approved, received);

        var difference = Difference(File.Exists(approved) ? File.ReadAllText(approved) : null, received);

        var beside = Path.ChangeExtension(Path.ChangeExtension(approved, null), ".received.txt");
        if (difference is null)
        {
            File.Delete(beside);
            return;
        }
        File.WriteAllText(beside, received);
        Assert.Fail($"The public surface of {name} is not the approved one:\n{difference}\nIf that is meant, run the tests with {Approve}=1 and commit {Approved}/{name}.approved.txt.");
    }

    [Fact]
    public void A_new_member_is_found()
        => Assert.Equal("+ public class A\n+     public int B", Difference("public class Z\n", "public class Z\npublic class A\n    public int B\n"));

    [Fact]
    public void A_member_that_is_gone_is_found() => Assert.Equal("- public class A", Difference("public class A\n", ""));

    [Fact]
    public void A_surface_that_nobody_approved_is_found() => Assert.NotNull(Difference(null, ""));

    [Fact]
    public void The_same_surface_passes_whatever_its_line_ends() => Assert.Null(Difference("a\r\nb\r\n", "a\nb\n"));

    [Fact]
    public void The_surface_reads_like_CSharp()
        => Assert.Equal(
            """
            public abstract class MoniGo.Tests.SurfaceExample<T> : IDisposable where T : class
                public const int Most = 5
                protected SurfaceExample(int count, string? name = "x")
                public int Count { get; }
                public string Name { get; protected set; }
                public TResult Ask<TResult>(Func<T, TResult> question)
                public abstract void Dispose()
                protected virtual IReadOnlyList<string?>? Maybe(in T item, out int found)
                [Obsolete] public int Old()
            public enum MoniGo.Tests.SurfaceExample<T>.Choice
                No = 0
                Yes = 1
            public readonly record struct MoniGo.Tests.SurfaceExample<T>.Point : IEquatable<SurfaceExample<T>.Point>
                public Point(double X)
                public double X { get; init; }

            """,
            PublicSurface.Of([typeof(SurfaceExample<>.Choice), typeof(SurfaceExample<>), typeof(SurfaceExample<>.Point)]));

    /// <summary>The lines that went and came, or null where there are none.</summary>
    private static string? Difference(string? approved, string received)
    {
        if (approved is null)
            return "nothing is approved yet";
        var (before, after) = (Lines(approved), Lines(received));
        if (before.SequenceEqual(after))
            return null;
        var lines = Missing(before, after).Select(line => "- " + line).Concat(Missing(after, before).Select(line => "+ " + line));
        return string.Join('\n', lines.DefaultIfEmpty("the same lines in another order"));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Counts, because two types may have a member of the same spelling.</summary>
    private static IEnumerable<string> Missing(string[] from, string[] other)
    {
        var left = other.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        return from.Where(line => (left[line] = left.GetValueOrDefault(line) - 1) < 0);
    }
}
