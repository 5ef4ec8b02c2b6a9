using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>Milestones as they are shown.</summary>
/// <param name="Reached">Newest first: the number, the local day, the recording and where its plays of that day are listed.</param>
/// <param name="Next">What comes next, the nearest first, with the share that is reached.</param>
/// <param name="HasPlays">Whether anything counts in the whole history.</param>
public sealed record MilestonesView(IReadOnlyList<MilestoneRow> Reached, IReadOnlyList<(string Words, double Share)> Next, bool HasPlays)
{
    /// <summary>Lists those of <paramref name="view"/>.</summary>
    public static MilestonesView Of(ListeningView view)
    {
        var milestones = Milestones.Of(view);
        return new MilestonesView(
            [.. milestones.Reached.Reverse().Select(reached => RowOf(reached, view.Zone))],
            [.. milestones.Next.OrderByDescending(Share).Select(next => ($"{Said.Number(next.Have)} of {Said.Number(next.Value)} {NameOf(next.Kind, next.Value)}", Share(next)))],
            milestones.Next.FirstOrDefault(next => next.Kind == MilestoneKind.Plays) is not { Have: 0 });
    }

    private static double Share(NextMilestone next) => (double)next.Have / next.Value;

    private static MilestoneRow RowOf(Milestone milestone, TimeZoneInfo zone)
    {
        var day = Said.LocalDay(milestone.At, zone);
        return new MilestoneRow(
            milestone is { Kind: MilestoneKind.Plays, Value: 1 } ? "First play" : $"{Said.Number(milestone.Value)} {NameOf(milestone.Kind, milestone.Value)}",
            Said.Day(day),
            Said.AddressOfPlays(new Period(day, day)),
            milestone.Id,
            milestone.Name,
            milestone.Artist);
    }

    private static string NameOf(MilestoneKind kind, int value) => kind switch
    {
        MilestoneKind.Plays => value == 1 ? "play" : "plays",
        MilestoneKind.Hours => "hours",
        MilestoneKind.Tracks => "tracks",
        _ => "artists",
    };
}
