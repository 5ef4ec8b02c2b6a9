using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>A small number that some tracks have (popularity, a mark), ready to be summed over plays.</summary>
internal sealed class TrackMarks
{
    private const short None = -1;

    private readonly short[] _own;
    private readonly short[] _marks;

    /// <param name="catalogue">The tracks.</param>
    /// <param name="markOf">The number of a track, 0 or more; null where it has none.</param>
    /// <param name="standingFirst">Whether the track that stands for a recording is asked first and the played one only where that has none, or the other way round.</param>
    public TrackMarks(LogCatalogue catalogue, Func<LogTrack, int?> markOf, bool standingFirst)
    {
        _own = new short[catalogue.Tracks.Count];
        for (var track = 0; track < _own.Length; track++)
        {
            _own[track] = (short)(markOf(catalogue.Tracks[track]) ?? None);
        }

        _marks = new short[_own.Length];
        for (var track = 0; track < _own.Length; track++)
        {
            var (first, second) = standingFirst ? (catalogue.CountsAs[track], track) : (track, catalogue.CountsAs[track]);
            _marks[track] = _own[first] >= 0 ? _own[first] : _own[second];
        }
    }

    /// <summary>The number that each track has itself, −1 where it has none.</summary>
    public ReadOnlySpan<short> Own => _own;

    /// <summary>Adds up the marks of the counted plays of <paramref name="runs"/>.</summary>
    public MarkedPlays Sum(ListeningView view, IReadOnlyList<LogRun> runs)
    {
        var tracks = view.Log.TrackIndexes;
        var counted = view.Counted;
        var (known, plays, sum) = (0, 0, 0L);
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                plays++;
                if (_marks[tracks[index]] is >= 0 and var mark)
                {
                    known++;
                    sum += mark;
                }
            }
        }

        return new MarkedPlays(known, plays, sum);
    }
}
