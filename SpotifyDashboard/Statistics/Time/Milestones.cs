using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>The moments at which a listener's plays, hours, tracks and artists reached round numbers, and what comes next.</summary>
/// <param name="Reached">Counted over the whole history, listed where the moment lies in the period: by moment, kind and number.</param>
/// <param name="Next">For each kind the first number not reached in the whole history; a kind beyond its last number is left out.</param>
public sealed record Milestones(IReadOnlyList<Milestone> Reached, IReadOnlyList<NextMilestone> Next)
{
    /// <summary>Lists those of <paramref name="view"/>.</summary>
    public static Milestones Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var all = view.Facts.GetOrFind(ReachedMilestones.Of);
        return new Milestones(
            [.. all.Reached
                .Where(reached => view.Runs.Any(run => reached.Play >= run.First && reached.Play < run.End))
                .Select(reached => Shown(view.Log, reached))
                .OrderBy(milestone => milestone.At).ThenBy(milestone => milestone.Kind).ThenBy(milestone => milestone.Value)],
            all.Next);
    }

    private static Milestone Shown(ListeningLog log, (MilestoneKind Kind, int Value, int Play) reached)
    {
        var track = log.Catalogue.Tracks[log.Catalogue.CountsAs[log.TrackIndexes[reached.Play]]];
        return new Milestone(
            reached.Kind,
            reached.Value,
            DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[reached.Play]),
            track.PublicId,
            track.Title,
            log.Catalogue.Artists[track.ArtistIndex].Name);
    }
}
