using System.Reflection;

namespace SpotifyDashboard.Components;

/// <summary>Assemblies besides this one whose pages the router may show; the test host adds its own pages here.</summary>
/// <param name="Assemblies">Empty in the product: every page lives in this assembly.</param>
public sealed record PageAssemblies(IReadOnlyList<Assembly> Assemblies)
{
    /// <summary>Only this program's own pages.</summary>
    public static PageAssemblies OwnOnly { get; } = new([]);
}
