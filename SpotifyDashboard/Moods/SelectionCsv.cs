using SpotifyDashboard.Listening;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Moods;

/// <summary>Tracks of a map as a table for a spreadsheet.</summary>
internal static class SelectionCsv
{
    /// <summary>The given rows with title, artist, mood, id and features in their own units.</summary>
    public static CsvTable Of(MoodPicture picture, IReadOnlyList<int> rows)
    {
        var map = picture.Map;
        return CsvTable.Of(
            ["track_id", "title", "artist", "mood", .. map.Features.Select(Features.KeyOf)],
            rows,
            row => [map.TrackAt(row).PublicId, picture.Title(row), map.ArtistAt(row), map.Moods[map.Labels[row]].Name, .. map.ValuesOf(row).ToArray().Select(value => (object)value)]);
    }
}
