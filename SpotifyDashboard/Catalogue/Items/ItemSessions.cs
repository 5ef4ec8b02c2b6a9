using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>The sessions in which one track, artist or album was played.</summary>
/// <param name="Count">Sessions with at least one of its counted plays.</param>
/// <param name="Began">Its counted plays that were the first of a session.</param>
/// <param name="BeganShare">The share of its counted plays that these are, 0 to 1; null without plays.</param>
public sealed record ItemSessions(int Count, int Began, double? BeganShare)
{
    private const long PauseMs = Sessions.DefaultPauseMinutes * 60_000L;

    /// <summary>Cuts the counted plays of <paramref name="view"/> into sessions, as <see cref="Sessions"/> does, and counts those of the item.</summary>
    /// <param name="view">All plays of the period: what was played between the item's plays decides where a session ends.</param>
    /// <param name="isOwn">For each track whether it is the item's.</param>
    internal static ItemSessions Of(ListeningView view, bool[] isOwn)
    {
        var started = view.Log.StartedMs;
        var played = view.Log.MsPlayed;
        var tracks = view.Log.TrackIndexes;
        var counted = view.Counted;
        var (sessions, began, plays) = (0, 0, 0);
        var isCountedIn = false;
        var end = long.MinValue / 2;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!counted.Counts(index))
                {
                    continue;
                }

                var isFirst = started[index] - end > PauseMs;
                isCountedIn &= !isFirst;
                if (isOwn[tracks[index]])
                {
                    plays++;
                    began += isFirst ? 1 : 0;
                    sessions += isCountedIn ? 0 : 1;
                    isCountedIn = true;
                }

                end = Math.Max(end, started[index] + played[index]);
            }
        }

        return new ItemSessions(sessions, began, plays == 0 ? null : (double)began / plays);
    }
}
