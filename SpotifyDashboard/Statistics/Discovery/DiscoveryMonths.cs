using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Counts what was new month by month: one pass over the plays of the period.</summary>
internal sealed class DiscoveryMonths(ListeningView view, FirstPlays firsts)
{
    private readonly int[] _trackSeen = new int[view.Log.Catalogue.Tracks.Count];
    private readonly int[] _artistSeen = new int[view.Log.Catalogue.Artists.Count];

    /// <summary>Every month from the first day that <see cref="Calendar"/> lists to the last.</summary>
    public IReadOnlyList<DiscoveryMonth> Count()
    {
        var months = LocalMonths.Of(view);
        return [.. Enumerable.Range(0, months.Count).Select(month => CountOne(months.StartOf(month), months.RunsOf(month), month + 1))];
    }

    /// <param name="start">The month's first day.</param>
    /// <param name="runs">Its plays.</param>
    /// <param name="mark">Tells what was seen in this month from what was seen before; never 0.</param>
    private DiscoveryMonth CountOne(DateOnly start, IReadOnlyList<LogRun> runs, int mark)
    {
        var trackOf = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var artistOf = view.Log.Catalogue.ArtistOf;
        var counted = view.Counted;
        var trackSeen = _trackSeen;
        var artistSeen = _artistSeen;
        var (ofTrack, ofArtist) = (firsts.OfTrack, firsts.OfArtist);
        var (plays, ofNew, tracks, newTracks, artists, newArtists) = (0, 0, 0, 0, 0, 0);
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                plays++;
                var track = countsAs[trackOf[index]];
                var seen = trackSeen[track];
                if (seen != mark && seen != -mark)
                {
                    // A negative mark: seen in this month and new in it.
                    var isNew = ofTrack[track] == index;
                    trackSeen[track] = seen = isNew ? -mark : mark;
                    tracks++;
                    newTracks += isNew ? 1 : 0;
                    var artist = artistOf[track];
                    if (artistSeen[artist] != mark)
                    {
                        artistSeen[artist] = mark;
                        artists++;
                        newArtists += ofArtist[artist] == index ? 1 : 0;
                    }
                }

                ofNew += seen < 0 ? 1 : 0;
            }
        }

        return new DiscoveryMonth(start, plays, ofNew, tracks, newTracks, artists, newArtists);
    }
}
