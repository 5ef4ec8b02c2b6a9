using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>The statistics of new and old music as tables for a spreadsheet.</summary>
internal static class DiscoveryTables
{
    /// <summary>One row per month.</summary>
    public static CsvTable Of(Discoveries discoveries) => CsvTable.Of(
        ["start", "plays", "playsOfNew", "tracks", "newTracks", "artists", "newArtists"],
        discoveries.Months,
        month => [month.Start, month.Plays, month.PlaysOfNew, month.Tracks, month.NewTracks, month.Artists, month.NewArtists]);

    /// <summary>One row per recording.</summary>
    public static CsvTable Of(IReadOnlyList<Rediscovery> rows) => CsvTable.Of(
        ["id", "name", "artist", "lastBefore", "returnedAt", "daysAway", "playsBefore", "playsSince"],
        rows,
        row => [row.Id, row.Name, row.Artist, row.LastBefore, row.ReturnedAt, row.DaysAway, row.PlaysBefore, row.PlaysSince]);

    /// <summary>One row per recording.</summary>
    public static CsvTable Of(IReadOnlyList<ForgottenFavourite> rows) => CsvTable.Of(
        ["id", "name", "artist", "plays", "ms", "firstPlayedAt", "lastPlayedAt"],
        rows,
        row => [row.Id, row.Name, row.Artist, row.Plays, row.Ms, row.FirstPlayedAt, row.LastPlayedAt]);

    /// <summary>One row per recording.</summary>
    public static CsvTable Of(IReadOnlyList<Obsession> rows) => CsvTable.Of(
        ["id", "name", "artist", "plays", "from", "to"],
        rows,
        row => [row.Id, row.Name, row.Artist, row.Plays, row.From, row.To]);

    /// <summary>One row per year and recording shown.</summary>
    public static CsvTable Of(OnThisDay day) => CsvTable.Of(
        ["year", "yearPlays", "yearMs", "id", "name", "artist", "plays", "ms"],
        day.Years.SelectMany(year => year.Tracks.Select(track => (year, track))),
        row => [row.year.Year, row.year.Plays, row.year.Ms, row.track.Id, row.track.Name, row.track.Artist, row.track.Plays, row.track.Ms]);

    /// <summary>One row per figure, then one per faithful artist with the number of months.</summary>
    public static CsvTable Of(Loyalty loyalty)
    {
        List<(string Part, string Key, object? Value)> rows =
        [
            ("all", "plays", loyalty.Plays),
            ("all", "tracks", loyalty.Tracks),
            ("all", "repeatShare", loyalty.RepeatShare),
            ("all", "onceTracks", loyalty.OnceTracks),
            ("all", "backToBack", loyalty.BackToBack),
            ("all", "longestRun", loyalty.LongestRun?.Plays),
            ("all", "topArtistShare", loyalty.TopArtistShare),
            ("all", "topTenArtistShare", loyalty.TopTenArtistShare),
            ("all", "eddington", loyalty.Eddington),
            .. loyalty.Faithful.Select(artist => ("faithfulMonths", artist.Name, (object?)artist.Months)),
        ];
        return CsvTable.Of(["part", "key", "value"], rows, row => [row.Part, row.Key, row.Value]);
    }
}
