using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>Runs of plays joined where one goes on where another ends: changes of the clock cut a period into many runs, but seldom leave plays out.</summary>
internal static class PlayRanges
{
    /// <summary>Index of the first play and behind the last, in order; most often one.</summary>
    public static IReadOnlyList<(int First, int End)> Of(IReadOnlyList<LogRun> runs)
    {
        List<(int First, int End)> ranges = [];
        foreach (var run in runs)
        {
            if (ranges.Count > 0 && ranges[^1].End == run.First)
            {
                ranges[^1] = (ranges[^1].First, run.End);
            }
            else
            {
                ranges.Add((run.First, run.End));
            }
        }

        return ranges;
    }
}
