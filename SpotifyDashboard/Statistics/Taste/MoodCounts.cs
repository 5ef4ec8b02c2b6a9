using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Counted plays of each mood.</summary>
internal sealed class MoodCounts(int moods)
{
    private readonly int[] _plays = new int[moods];

    /// <summary>Counted plays, with a mood or without.</summary>
    public int Plays { get; private set; }

    /// <summary>Those with one.</summary>
    public int Known { get; private set; }

    /// <summary>The share of each mood of the known plays; null where there are none.</summary>
    public IReadOnlyList<double>? Shares => Known == 0 ? null : Array.ConvertAll(_plays, plays => (double)plays / Known);

    /// <summary>Counted plays of one mood.</summary>
    public int Of(int mood) => _plays[mood];

    /// <summary>Adds one counted play.</summary>
    /// <param name="mood">Its mood, or −1.</param>
    public void Add(int mood)
    {
        Plays++;
        if (mood >= 0)
        {
            Known++;
            _plays[mood]++;
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(MoodCounts other)
    {
        Plays += other.Plays;
        Known += other.Known;
        for (var mood = 0; mood < _plays.Length; mood++)
        {
            _plays[mood] += other._plays[mood];
        }
    }

    /// <summary>Adds the counted plays of <paramref name="runs"/>.</summary>
    public void Add(ListeningView view, IReadOnlyList<LogRun> runs, MoodOfTracks moods)
    {
        var tracks = view.Log.TrackIndexes;
        var counted = view.Counted;
        var moodOf = moods.Moods;
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (counted.Counts(index))
                {
                    Add(moodOf[tracks[index]]);
                }
            }
        }
    }

    /// <summary>The same, and the mean sound of the plays with a mood, in deviations; null where there are none.</summary>
    public double[]? AddWithCentroid(ListeningView view, IReadOnlyList<LogRun> runs, MoodOfTracks moods)
    {
        var tracks = view.Log.TrackIndexes;
        var counted = view.Counted;
        var moodOf = moods.Moods;
        var sums = new double[moods.Features];
        foreach (var run in runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                var track = tracks[index];
                Add(moodOf[track]);
                if (moodOf[track] >= 0)
                {
                    AddTo(sums, moods.SoundOf(track));
                }
            }
        }

        return Known == 0 ? null : Array.ConvertAll(sums, sum => sum / Known);
    }

    private static void AddTo(double[] sums, ReadOnlySpan<float> sound)
    {
        for (var feature = 0; feature < sound.Length && feature < sums.Length; feature++)
        {
            sums[feature] += sound[feature];
        }
    }
}
