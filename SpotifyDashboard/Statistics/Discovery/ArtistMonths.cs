using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Counts for each artist the local months with a counted play.</summary>
internal static class ArtistMonths
{
    /// <summary>One pass over the plays of <paramref name="view"/>, a month at a time.</summary>
    public static int[] Of(ListeningView view)
    {
        var tracks = view.Log.TrackIndexes;
        var artistOf = ArtistsOf(view.Log.Catalogue);
        var counted = view.Counted;
        var months = new int[view.Log.Catalogue.Artists.Count];
        var last = new int[months.Length];
        var stretches = LocalMonths.Of(view);
        for (var month = 0; month < stretches.Count; month++)
        {
            foreach (var run in stretches.RunsOf(month))
            {
                for (var index = run.First; index < run.End; index++)
                {
                    var artist = artistOf[tracks[index]];
                    if (last[artist] != month + 1 && counted.Counts(index))
                    {
                        last[artist] = month + 1;
                        months[artist]++;
                    }
                }
            }
        }

        return months;
    }

    /// <summary>For each track the artist of its recording: one step through memory per play less.</summary>
    private static int[] ArtistsOf(LogCatalogue catalogue)
    {
        var artists = new int[catalogue.Tracks.Count];
        for (var track = 0; track < artists.Length; track++)
        {
            artists[track] = catalogue.ArtistOf[catalogue.CountsAs[track]];
        }

        return artists;
    }
}
