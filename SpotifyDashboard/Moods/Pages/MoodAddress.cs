using Microsoft.AspNetCore.Components;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>Addresses of moods and their map that keep the choices (number of moods, features, period) of the address one is at.</summary>
internal static class MoodAddress
{
    private const string Map = "moods";

    /// <summary>The page of a mood.</summary>
    public static string Of(NavigationManager navigation, int number) => Keeping(navigation, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{Map}/{number}"));

    /// <summary>The map.</summary>
    public static string OfMap(NavigationManager navigation) => Keeping(navigation, $"/{Map}");

    /// <summary>View and month are choices of the map alone.</summary>
    private static string Keeping(NavigationManager navigation, string path)
    {
        var without = navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["view"] = null, ["month"] = null });
        return path + new Uri(without).Query;
    }
}
