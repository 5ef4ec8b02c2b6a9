namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Counted plays of one recording in a row.</summary>
/// <param name="BackToBack">Plays whose preceding counted play in the period is of the same recording.</param>
/// <param name="Longest">Index of the first play and the number of plays of the longest run, the earliest of equal ones; null where there is none.</param>
internal readonly record struct RepeatsInRow(int BackToBack, (int Start, int Plays)? Longest)
{
    /// <summary>One pass over the plays of <paramref name="view"/>.</summary>
    public static RepeatsInRow Of(ListeningView view)
    {
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        var counted = view.Counted;
        var backToBack = 0;
        var (last, start, plays) = (-1, 0, 0);
        var longest = (Start: 0, Plays: 1);
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                var track = countsAs[tracks[index]];
                if (track != last)
                {
                    (last, start, plays) = (track, index, 1);
                    continue;
                }

                backToBack++;
                if (++plays > longest.Plays)
                {
                    longest = (start, plays);
                }
            }
        }

        return new RepeatsInRow(backToBack, backToBack == 0 ? null : longest);
    }
}
