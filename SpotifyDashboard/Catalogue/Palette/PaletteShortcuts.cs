using SpotifyDashboard.Components.Layout;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>The entries that do not depend on what was played: pages, periods and themes.</summary>
internal static class PaletteShortcuts
{
    private const string PeriodKey = "period:";
    private const string ThemeKey = "theme:";

    /// <summary>Pages first, then actions.</summary>
    public static IReadOnlyList<PaletteEntry> All { get; } =
    [
        .. NavMenu.Pages.Select(page => Page(page.Href, page.Name)),
        Page("/recap", "Recap"),
        .. AccountMenu.Pages.Where(page => NavMenu.Pages.All(other => other.Href != page.Href)).Select(page => Page(page.Href, page.Name)),
        .. PeriodPreset.All.Select(preset => new PaletteEntry(PeriodKey + preset.Key, PaletteKind.Action, $"Show {Lowered(preset.Name)}")),
        new(ThemeKey + "light", PaletteKind.Action, "Use the light theme"),
        new(ThemeKey + "dark", PaletteKind.Action, "Use the dark theme"),
        new(ThemeKey + "system", PaletteKind.Action, "Use the theme of the system"),
    ];

    /// <summary>The names of <see cref="All"/>, ready to be searched.</summary>
    public static FoldedNames Names { get; } = FoldedNames.Of(All.Select(entry => entry.Name));

    /// <summary>The period that an action shows, or null.</summary>
    public static PeriodPreset? PeriodOf(PaletteEntry entry) => PeriodPreset.All.FirstOrDefault(preset => entry.Key == PeriodKey + preset.Key);

    /// <summary>The theme that an action chooses, or null.</summary>
    public static string? ThemeOf(PaletteEntry entry) => entry.Key.StartsWith(ThemeKey, StringComparison.Ordinal) ? entry.Key[ThemeKey.Length..] : null;

    private static PaletteEntry Page(string href, string name) => new($"page:{href}", PaletteKind.Page, name) { Address = href };

    private static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
