using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace MoniGo.Dashboard;

/// <summary>The client's files as the build embedded them: found by source key or by wire name.</summary>
internal sealed class AssetCatalog
{
    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, AssetEntry> _byKey;

    /// <summary>Reads the manifest and the files, about 100 KB.</summary>
    public AssetCatalog()
    {
        var entries = JsonSerializer.Deserialize(Read("manifest.json"), DashboardJson.Default.AssetEntryArray) ?? [];
        _byKey = entries.ToFrozenDictionary(entry => entry.Key, StringComparer.Ordinal);
        _byName = entries.ToFrozenDictionary(
            entry => entry.Name,
            entry => new Asset(entry, Read(entry.Name), Read(entry.Name + ".gz"), Read(entry.Name + ".br")),
            StringComparer.Ordinal);
    }

    /// <summary>Gets all files.</summary>
    public IEnumerable<Asset> All => _byName.Values;

    /// <summary>Gets the entry of a file of the sources.</summary>
    public AssetEntry this[string key] => _byKey[key];

    /// <summary>Finds a file by its name on the wire; null when there is none.</summary>
    public Asset? Find(string name) => _byName.GetValueOrDefault(name);

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("client/" + name)
            ?? throw new InvalidOperationException($"The build of MoniGo.Dashboard did not embed its client file '{name}'.");

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
