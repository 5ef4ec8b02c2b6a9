using Microsoft.AspNetCore.Components;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Catalogue.Palette;

/// <summary>Where a period chosen in the palette is shown: on the page that is open, or on the overview where that page has no period.</summary>
internal static class PalettePeriods
{
    private static readonly string[] s_withPeriod = ["stats", "history", "tracks/", "artists/", "albums/"];

    /// <summary>The address that shows <paramref name="period"/>.</summary>
    public static string AddressOf(NavigationManager navigation, Period period)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return s_withPeriod.Any(start => path.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? ChosenPeriod.AddressOf(navigation, period)
            : navigation.GetUriWithQueryParameters(navigation.BaseUri, new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["from"] = ChosenPeriod.Format(period.From),
                ["to"] = ChosenPeriod.Format(period.To),
            });
    }
}
