namespace SpotifyDashboard.Listening;

/// <summary>Counted plays and milliseconds of each track of a log: what top lists, sums and weights are made of.</summary>
/// <remarks>One pass over the plays. Both arrays are as long as <see cref="LogCatalogue.Tracks"/>; a track that counts as another has 0 there.</remarks>
public sealed class TrackTotals
{
    private readonly int[] _plays;
    private readonly long[] _ms;

    private TrackTotals(int[] plays, long[] ms)
    {
        _plays = plays;
        _ms = ms;
    }

    /// <summary>Counted plays of each track.</summary>
    public ReadOnlySpan<int> Plays => _plays;

    /// <summary>Milliseconds of the counted plays of each track.</summary>
    public ReadOnlySpan<long> Ms => _ms;

    /// <summary>Sums up the plays of <paramref name="log"/> that lie in <paramref name="runs"/> and count, by recording.</summary>
    public static TrackTotals Of(ListeningLog log, IReadOnlyList<LogRun> runs, CountedPlays counted)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(counted);
        return Of(log, runs, counted, log.Catalogue.CountsAs);
    }

    /// <summary>The same with the plays of each track added to those of another.</summary>
    /// <param name="log">The plays.</param>
    /// <param name="runs">Which of them.</param>
    /// <param name="counted">Which of these count.</param>
    /// <param name="countsAs">For each track the one whose sum its plays belong to: itself, or one that belongs to itself.</param>
    public static TrackTotals Of(ListeningLog log, IReadOnlyList<LogRun> runs, CountedPlays counted, ReadOnlySpan<int> countsAs)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(counted);
        // Both sums of a track side by side: a play touches one place in memory.
        var sums = new (long Ms, int Plays)[log.Catalogue.Tracks.Count];
        var tracks = log.TrackIndexes;
        var played = log.MsPlayed;
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    ref var sum = ref sums[tracks[index]];
                    sum.Plays++;
                    sum.Ms += played[index];
                }
            }
        }

        var plays = new int[sums.Length];
        var ms = new long[sums.Length];
        for (var track = 0; track < sums.Length; track++)
        {
            plays[countsAs[track]] += sums[track].Plays;
            ms[countsAs[track]] += sums[track].Ms;
        }

        return new TrackTotals(plays, ms);
    }
}
