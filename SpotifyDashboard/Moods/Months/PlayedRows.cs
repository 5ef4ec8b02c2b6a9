using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Months;

/// <summary>Which tracks of a map were played in a month.</summary>
internal static class PlayedRows
{
    private const int BitsPerByte = 8;

    /// <summary>One bit per row of <paramref name="map"/>, the lowest first: set where the track has a counted play in the month that begins on <paramref name="start"/>.</summary>
    public static byte[] Of(ListeningView view, MoodMap map, DateOnly start)
    {
        var rows = new MoodOfTracks(map, view.Log.Catalogue);
        var bits = new byte[(map.TrackCount + BitsPerByte - 1) / BitsPerByte];
        var tracks = view.Log.TrackIndexes;
        foreach (var run in view.Offsets.RunsOf(view.Log, Said.DaysOfMonth(start, view.Period)))
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (view.Counted.Counts(index) && rows.RowOf(tracks[index]) is >= 0 and var row)
                {
                    bits[row / BitsPerByte] |= (byte)(1 << (row % BitsPerByte));
                }
            }
        }

        return bits;
    }
}
