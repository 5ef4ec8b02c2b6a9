namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What <see cref="MoodTrend"/> is made of: one pass over the plays for weeks, months, sounds and sessions.</summary>
internal sealed class MoodTally
{
    private readonly ListeningView _view;
    private readonly MoodOfTracks _moods;
    private readonly double[][] _sounds;

    private MoodTally(ListeningView view, MoodOfTracks moods)
    {
        _view = view;
        _moods = moods;
        Weeks = LocalWeeks.Of(view);
        Months = LocalMonths.Of(view);
        OfWeeks = [.. Enumerable.Range(0, Weeks.Count).Select(_ => new MoodCounts(moods.Count))];
        OfMonths = [.. Enumerable.Range(0, Months.Count).Select(_ => new MoodCounts(moods.Count))];
        _sounds = [.. Enumerable.Range(0, Months.Count).Select(_ => new double[moods.Features])];
        Sessions = new MoodSessions(moods.Count);
    }

    /// <summary>The local weeks.</summary>
    public LocalStretches Weeks { get; }

    /// <summary>The local months.</summary>
    public LocalStretches Months { get; }

    /// <summary>The moods of each week.</summary>
    public IReadOnlyList<MoodCounts> OfWeeks { get; }

    /// <summary>The moods of each month.</summary>
    public IReadOnlyList<MoodCounts> OfMonths { get; }

    /// <summary>The moods along sessions.</summary>
    public MoodSessions Sessions { get; }

    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static MoodTally Of(ListeningView view, MoodOfTracks moods)
    {
        var tally = new MoodTally(view, moods);
        foreach (var run in view.Runs)
        {
            var first = run.First;
            while (first < run.End)
            {
                var (week, weekEnd) = tally.Weeks.At(first);
                var (month, monthEnd) = tally.Months.At(first);
                var end = Math.Min(run.End, Math.Min(weekEnd, monthEnd));
                if (week >= 0 && month >= 0)
                {
                    tally.Count(first, end, tally.OfWeeks[week], tally.OfMonths[month], tally._sounds[month]);
                }

                first = end;
            }
        }

        tally.Sessions.Finish();
        return tally;
    }

    /// <summary>The mean sound of a month's plays with a mood, in deviations; null where there are none.</summary>
    public double[]? CentroidOf(int month) =>
        OfMonths[month].Known is > 0 and var known ? Array.ConvertAll(_sounds[month], sum => sum / known) : null;

    private void Count(int first, int end, MoodCounts week, MoodCounts month, double[] sounds)
    {
        var started = _view.Log.StartedMs;
        var played = _view.Log.MsPlayed;
        var tracks = _view.Log.TrackIndexes;
        var moodOf = _moods.Moods;
        var counted = _view.Counted;
        var piece = new MoodCounts(_moods.Count);
        var sum = new MoodSum(sounds);
        for (var index = first; index < end; index++)
        {
            if (!counted.Counts(index))
            {
                continue;
            }

            var track = tracks[index];
            var mood = moodOf[track];
            piece.Add(mood);
            Sessions.Add(started[index], played[index], mood);
            if (mood >= 0)
            {
                sum.Add(_moods.SoundOf(track));
            }
        }

        sum.Finish();
        week.Add(piece);
        month.Add(piece);
    }
}
