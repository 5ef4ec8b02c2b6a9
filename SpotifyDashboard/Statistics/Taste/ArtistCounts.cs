using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Counted plays of each artist within one stretch after the other; the arrays are made once for all stretches.</summary>
internal sealed class ArtistCounts
{
    private readonly ListeningView _view;
    private readonly int[] _artistOf;
    private readonly int[] _plays;
    private readonly int[] _inAll;
    private readonly int[] _played;
    private int _count;

    /// <param name="view">The plays.</param>
    public ArtistCounts(ListeningView view)
    {
        _view = view;
        var catalogue = view.Log.Catalogue;
        _artistOf = new int[catalogue.Tracks.Count];
        for (var track = 0; track < _artistOf.Length; track++)
        {
            _artistOf[track] = catalogue.ArtistOf[catalogue.CountsAs[track]];
        }

        _plays = new int[catalogue.Artists.Count];
        _inAll = new int[catalogue.Artists.Count];
        _played = new int[catalogue.Artists.Count];
    }

    /// <summary>The artists played in the stretch counted last, in the order of their first play.</summary>
    public ReadOnlySpan<int> Played => _played.AsSpan(0, _count);

    /// <summary>Their counted plays; 0 for all others.</summary>
    public ReadOnlySpan<int> Plays => _plays;

    /// <summary>Counted plays of each artist in all stretches so far.</summary>
    public ReadOnlySpan<int> PlaysInAll => _inAll;

    /// <summary>The artists played in any stretch so far.</summary>
    public int[] EverPlayed() => [.. Enumerable.Range(0, _inAll.Length).Where(artist => _inAll[artist] > 0)];

    /// <summary>Forgets the stretch before and counts the plays of <paramref name="runs"/>.</summary>
    public void Count(IReadOnlyList<LogRun> runs)
    {
        foreach (var artist in Played)
        {
            _plays[artist] = 0;
        }

        _count = 0;
        var tracks = _view.Log.TrackIndexes;
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (_view.Counted.Counts(index))
                {
                    var artist = _artistOf[tracks[index]];
                    if (_plays[artist]++ == 0)
                    {
                        _played[_count++] = artist;
                    }
                }
            }
        }

        foreach (var artist in Played)
        {
            _inAll[artist] += _plays[artist];
        }
    }
}
