using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Habits;

/// <summary>The statistics of habits as tables for a spreadsheet; <c>part</c> says which of the JSON's lists a row belongs to.</summary>
internal static class HabitsTables
{
    private const string Period = "period";

    public static CsvTable Of(Skips skips) => CsvTable.Of(
        ["part", "name", "artist", "id", "plays", "told", "skipped", "completed"],
        [
            [Period, null, null, null, skips.Plays, skips.Told, skips.Skipped, skips.Completed],
            .. skips.Shares.Select((plays, index) => new object?[] { "share heard", $"{index * 10} to {(index + 1) * 10} %", null, null, plays, null, null, null }),
            .. skips.Reasons.Select(reason => new object?[] { "reason", reason.Name, null, null, reason.Plays, null, null, null }),
            .. skips.ByHour.Select((hour, index) => new object?[] { "hour", index, null, null, null, hour.Told, hour.Skipped, null }),
            .. skips.MostSkipped.Select(track => new object?[] { "track", track.Name, track.Artist, track.Id, null, track.Plays, track.Skipped, null }),
        ],
        row => row);

    public static CsvTable Of(Platforms platforms) => CsvTable.Of(
        ["part", "name", "plays", "ms", "told"],
        [
            [Period, null, platforms.Plays, null, platforms.Known],
            .. platforms.Families.Select(family => new object?[] { "platform", family.Name, family.Plays, family.Ms, null }),
            .. platforms.Countries.Select(place => new object?[] { "country", place.Country, place.Plays, place.Ms, null }),
            ["shuffle", null, platforms.Shuffle.Yes, null, platforms.Shuffle.Told],
            ["offline", null, platforms.Offline.Yes, null, platforms.Offline.Told],
            ["private", null, platforms.Private.Yes, null, platforms.Private.Told],
        ],
        row => row);

    public static CsvTable Of(Contexts contexts) => CsvTable.Of(
        ["part", "kind", "uri", "name", "plays", "ms"],
        [
            [Period, null, null, null, contexts.Plays, null],
            .. contexts.Kinds.Select(kind => new object?[] { "kind", kind.Name, null, null, kind.Plays, kind.Ms }),
            .. contexts.Top.Select(origin => new object?[] { "context", origin.Kind, origin.Uri, origin.Name, origin.Plays, origin.Ms }),
        ],
        row => row);
}
