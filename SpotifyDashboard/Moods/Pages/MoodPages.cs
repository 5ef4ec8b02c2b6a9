using System.Runtime.CompilerServices;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>Finds what is said of single moods. Computed once for all tabs that look at the same mood of the same map and period; nobody outside is asked.</summary>
public sealed class MoodPages(StatisticsService statistics, MoodMapService maps)
{
    private const int DetailsKept = 10;

    /// <summary>Measured once for the pages of all moods of a map; they go with it.</summary>
    private readonly ConditionalWeakTable<MoodMap, MoodDistances> _distances = [];

    /// <summary>The moods looked at last; they go with the plays that were counted. Not kept in the view itself, since each holds its map.</summary>
    private readonly ConditionalWeakTable<ListeningView, SharedWork<(MoodMap Map, int Number), MoodDetail>> _details = [];

    /// <summary>The mood that the map of <paramref name="request"/> gives this number, with the plays of the request's period.</summary>
    /// <param name="listener">Whose moods.</param>
    /// <param name="request">Which map, and the period and rule of the plays.</param>
    /// <param name="number">From 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MoodLook> ReadAsync(ListenerProfile listener, MoodMapRequest request, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var map = await maps.GetAsync(request, cancellationToken);
        if (number < 0 || number >= map.Moods.Length)
        {
            return new MoodLook(map, Detail: null);
        }

        var view = await statistics.ReadAsync(listener, request.Period, request.Counting, cancellationToken);
        var details = _details.GetValue(view, static _ => new SharedWork<(MoodMap, int), MoodDetail>(DetailsKept));
        return new MoodLook(map, await details.GetAsync((map, number), _ => Task.FromResult(DetailOf(view, map, number)), cancellationToken));
    }

    private MoodDetail DetailOf(ListeningView view, MoodMap map, int number)
    {
        var distances = _distances.GetValue(map, MoodDistances.Of);
        var trend = view.GetOrCompute((map.Request, map.Moods.Length), plays => MoodTrend.Of(plays, map));
        return MoodDetail.Of(view, map, distances, trend, number);
    }
}
