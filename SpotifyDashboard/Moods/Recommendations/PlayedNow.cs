using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What a listener plays now: the eight weeks up to their last counted play, in which a play weighs half as much for every fortnight that it is older.</summary>
internal sealed class PlayedNow
{
    public const int Days = 56;

    /// <summary>So many of the heaviest recordings are what a reason may compare with.</summary>
    public const int MostTracks = 20;

    private const int HalfLifeDays = 14;
    private const double DayMs = 86_400_000;

    private PlayedNow(long lastMs, float[] sound, int[] recordings, double[] weights) =>
        (LastMs, Sound, Recordings, Weights) = (lastMs, sound, recordings, weights);

    /// <summary>When the last counted play began.</summary>
    public long LastMs { get; }

    /// <summary>The weighted mean of the z-scores of what was played.</summary>
    public float[] Sound { get; }

    /// <summary>The recordings that weigh most, the heaviest first; only those whose sound is known.</summary>
    public int[] Recordings { get; }

    /// <summary>Their weights.</summary>
    public double[] Weights { get; }

    /// <summary>Sums up the plays of <paramref name="view"/>; null where none counts or no sound of them is known.</summary>
    public static PlayedNow? Of(ListeningView view, HeardLibrary library)
    {
        if (LastCounted(view) is not { } lastMs)
        {
            return null;
        }

        var countsAs = view.Log.Catalogue.CountsAs;
        var tracks = view.Log.TrackIndexes;
        var started = view.Log.StartedMs;
        var weights = new double[countsAs.Length];
        var sums = new double[library.Features.Length];
        var all = 0.0;
        foreach (var run in view.Runs)
        {
            for (var index = Math.Max(run.First, view.Log.CountBefore(lastMs - (long)(Days * DayMs))); index < run.End; index++)
            {
                if (!view.Counted.Counts(index) || library.RowOfTrack(tracks[index]) is not (>= 0 and var row))
                {
                    continue;
                }

                var weight = double.Exp2((started[index] - lastMs) / (HalfLifeDays * DayMs));
                weights[countsAs[tracks[index]]] += weight;
                all += weight;
                var sound = library.Sound.Row(row);
                for (var feature = 0; feature < sums.Length; feature++)
                {
                    sums[feature] += weight * sound[feature];
                }
            }
        }

        if (all == 0)
        {
            return null;
        }

        int[] heaviest = [.. Enumerable.Range(0, weights.Length).Where(recording => weights[recording] > 0).OrderByDescending(recording => weights[recording])
            .ThenBy(recording => view.Log.Catalogue.Tracks[recording].PublicId, StringComparer.Ordinal).Take(MostTracks)];
        return new PlayedNow(lastMs, Array.ConvertAll(sums, sum => (float)(sum / all)), heaviest, Array.ConvertAll(heaviest, recording => weights[recording]));
    }

    private static long? LastCounted(ListeningView view)
    {
        for (var place = view.Runs.Count - 1; place >= 0; place--)
        {
            for (var index = view.Runs[place].End - 1; index >= view.Runs[place].First; index--)
            {
                if (view.Counted.Counts(index))
                {
                    return view.Log.StartedMs[index];
                }
            }
        }

        return null;
    }
}
