using SpotifyDashboard.Statistics.Discovery;
using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>What stands out in a stretch of days.</summary>
/// <param name="New">What was heard for the first time.</param>
/// <param name="Obsession">The recording played most within seven days; null where none was played ten times.</param>
/// <param name="Session">The longest session; null without plays.</param>
/// <param name="Milestones">The highest round numbers reached, in order of time.</param>
/// <param name="HipsterScore">0 to 100; null while too little is known of popularity.</param>
public sealed record RecapFinds(Discoveries New, Obsession? Obsession, ListeningSession? Session, IReadOnlyList<Milestone> Milestones, double? HipsterScore)
{
    private const int MostOfAKind = 2;

    /// <summary>Looks through <paramref name="view"/>.</summary>
    public static RecapFinds Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var milestones = Time.Milestones.Of(view).Reached
            .GroupBy(milestone => milestone.Kind)
            .SelectMany(kind => kind.OrderByDescending(milestone => milestone.Value).Take(MostOfAKind))
            .OrderBy(milestone => milestone.At);
        return new RecapFinds(
            Discoveries.Of(view),
            Obsessions.Of(view, limit: 1) is [var obsession] ? obsession : null,
            Sessions.Of(view).Longest is [var session, ..] ? session : null,
            [.. milestones],
            Taste.HipsterScore.Of(view).Score);
    }
}
