using System.Text;

namespace MoniGo.Collectors;

/// <summary>Finds the process's control group from <c>/proc/self/cgroup</c>.</summary>
/// <remarks>
/// Format: a line <c>id:controllers:path</c> per hierarchy; version 2 is the line <c>0::path</c>; cgroups(7). Hierarchies are
/// looked for where every distribution mounts them. Inside a container the path is often the host's and does not exist
/// there; the mounted root is then the container's own group.
/// </remarks>
internal static class CgroupPaths
{
    private const string Mount = "sys/fs/cgroup";

    /// <summary>Finds the control group; null when there is none that limits memory or CPU.</summary>
    public static ICgroup? Detect(ProcRoot root)
    {
        var paths = Parse(root.File("proc/self/cgroup").Read());
        if (File.Exists(root.PathOf($"{Mount}/cgroup.controllers")))
            return new CgroupV2(root, Ancestry(root, Mount, paths.GetValueOrDefault("")));

        var memory = Ancestry(root, $"{Mount}/memory", paths.GetValueOrDefault("memory"));
        var cpuMount = Directory.Exists(root.PathOf($"{Mount}/cpu,cpuacct")) ? $"{Mount}/cpu,cpuacct" : $"{Mount}/cpu";
        var cpu = Ancestry(root, cpuMount, paths.GetValueOrDefault("cpu"));
        return memory.Length + cpu.Length == 0 ? null : new CgroupV1(root, memory, cpu);
    }

    /// <summary>Reads the path of each controller; that of version 2 has the empty name.</summary>
    public static Dictionary<string, string> Parse(ReadOnlySpan<byte> content)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            if (line.Split(':', 3) is not [_, var controllers, var path])
                continue;

            foreach (var controller in controllers.Split(','))
                paths[controller] = path;
        }

        return paths;
    }

    // The group itself and those above it, because the tightest limit of them all is the one that counts.
    private static string[] Ancestry(ProcRoot root, string mount, string? path)
    {
        if (!Directory.Exists(root.PathOf(mount)))
            return [];

        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Contains("..") || !Directory.Exists(root.PathOf(string.Join('/', [mount, .. parts]))))
            parts = [];

        return [.. Enumerable.Range(0, parts.Length + 1).Select(above => string.Join('/', [mount, .. parts[..^above]]))];
    }
}
