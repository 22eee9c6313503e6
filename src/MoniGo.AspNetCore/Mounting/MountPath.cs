namespace MoniGo.AspNetCore;

/// <summary>Checks the path that a user gives to <c>MapMoniGo</c>.</summary>
internal static class MountPath
{
    /// <summary>Brings a pattern into the form <c>/a/b</c>.</summary>
    public static string Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var path = "/" + pattern.Trim('/');
        if (path == "/")
            throw new ArgumentException("MoniGo cannot be mounted at the root: its pages would hide the app's. Use a path such as \"/monigo\".", nameof(pattern));

        if (path.AsSpan(1).ContainsAnyExcept(Allowed) || path.Contains("//", StringComparison.Ordinal))
            throw new ArgumentException($"MoniGo cannot be mounted at \"{pattern}\": use literal segments of letters, digits, '-', '_', '.' and '~', such as \"/ops/monigo\".", nameof(pattern));

        return path;
    }

    private static System.Buffers.SearchValues<char> Allowed { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/");
}
