using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Addresses of the pages that show a fact.</summary>
internal static class FactAddress
{
    /// <summary>A page with the period in its query.</summary>
    /// <param name="path">The page, without query.</param>
    /// <param name="period">The period.</param>
    /// <param name="choices">What else its address chooses, as <c>section=taste</c>.</param>
    /// <param name="anchor">The part of the page.</param>
    public static string Of(string path, Period period, string? choices = null, string? anchor = null)
    {
        string?[] parts = [choices, Part("from", period.From), Part("to", period.To)];
        var query = string.Join('&', parts.Where(part => part is not null));
        return $"{path}{(query.Length == 0 ? "" : $"?{query}")}{(anchor is null ? "" : $"#{anchor}")}";
    }

    private static string? Part(string name, DateOnly? day) => ChosenPeriod.Format(day) is { } text ? $"{name}={text}" : null;
}
