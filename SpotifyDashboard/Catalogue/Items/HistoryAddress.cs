using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Where the plays behind a figure are listed: the history of some days, filtered to one item.</summary>
internal static class HistoryAddress
{
    /// <summary>The history of <paramref name="period"/> with the plays of <paramref name="head"/>: an artist by id, a track or album by its names.</summary>
    public static string Of(ItemHead head, Period period)
    {
        var filters = head.Kind == ItemKind.Artist ? [("artist", head.Id)] : new[] { ("artist", head.Artist?.Id), ("q", head.Name) };
        return "/history?" + string.Join('&', new[] { ("from", ChosenPeriod.Format(period.From)), ("to", ChosenPeriod.Format(period.To)) }
            .Concat(filters)
            .Where(filter => filter.Item2 is { Length: > 0 })
            .Select(filter => $"{filter.Item1}={Uri.EscapeDataString(filter.Item2 ?? "")}"));
    }

    /// <summary>The history of the local day on which something happened.</summary>
    public static string OfDay(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = Said.LocalDay(moment, zone);
        return $"/history?from={ChosenPeriod.Format(day)}&to={ChosenPeriod.Format(day)}";
    }
}
