using SpotifyDashboard.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace SpotifyDashboard.Tests.Deploy;

/// <summary>A YAML file of the repository, asked by path.</summary>
internal static class YamlFile
{
    /// <summary>The documents of a file.</summary>
    /// <param name="path">Below the repository.</param>
    public static IReadOnlyList<YamlNode> Load(params string[] path)
    {
        using var text = File.OpenText(Path.Combine([SourceTree.Root, .. path]));
        var stream = new YamlStream();
        stream.Load(text);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>The part under these keys, or numbers in lists.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static YamlNode At(this YamlNode node, params string[] keys) =>
        keys.Aggregate(node, static (found, key) => found is YamlSequenceNode list ? list.Children[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] : ((YamlMappingNode)found).Children[new YamlScalarNode(key)]);

    /// <summary>Whether there is something under these keys.</summary>
    public static bool Has(this YamlNode node, string key) => node is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>The text under these keys.</summary>
    public static string Text(this YamlNode node, params string[] keys) => ((YamlScalarNode)node.At(keys)).Value ?? "";

    /// <summary>The items of the list under these keys.</summary>
    public static IReadOnlyList<YamlNode> Items(this YamlNode node, params string[] keys) => [.. ((YamlSequenceNode)node.At(keys)).Children];

    /// <summary>The keys and texts of the map under these keys.</summary>
    public static Dictionary<string, string> Pairs(this YamlNode node, params string[] keys) =>
        ((YamlMappingNode)node.At(keys)).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => (pair.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal);
}
