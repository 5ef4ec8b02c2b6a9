using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Reads what a story may say. Nothing is asked from outside; safe to call from any thread.</summary>
/// <param name="statistics">Reads the plays.</param>
/// <param name="maps">Reads the moods.</param>
/// <param name="gaps">Knows where plays may be missing.</param>
public sealed class NarrativeFactsService(StatisticsService statistics, MoodMapService maps, GapDirectory gaps)
{
    /// <summary>The facts of a listener and period, by the listener's own counting rule and in their time zone; the same for all who ask while no plays arrive.</summary>
    /// <param name="listener">Whose plays.</param>
    /// <param name="period">Local days, both included.</param>
    /// <param name="withNames">Whether artists, tracks and genres are named.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>The facts; none where nothing was played.</returns>
    public async Task<NarrativeFacts> ReadAsync(ListenerProfile listener, Period period, bool withNames, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var view = await statistics.ReadAsync(listener, period, rule: null, cancellationToken);
        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(listener.Id, MoodMapRequest.DefaultMoods), cancellationToken);
        var missing = await gaps.ListAsync(listener.Id, cancellationToken);
        return await Task.Run(() => view.GetOrCompute(("narrative facts", withNames), plays => NarrativeFactsBuilder.Build(plays, map, withNames, missing)), cancellationToken);
    }
}
