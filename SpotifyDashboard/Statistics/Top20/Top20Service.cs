using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Top20;

/// <summary>Makes the top 20 of a listener: their own list from memory, Spotify's from the database.</summary>
public sealed class Top20Service
{
    private readonly StatisticsService _statistics;
    private readonly SpotifyTopReader _spotify;
    private readonly TimeProvider _time;

    internal Top20Service(StatisticsService statistics, SpotifyTopReader spotify, TimeProvider time) => (_statistics, _spotify, _time) = (statistics, spotify, time);

    /// <summary>What <paramref name="choice"/> shows of <paramref name="listener"/> today.</summary>
    public async Task<Top20View> ReadAsync(ListenerProfile listener, Top20Choice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(choice);
        var today = listener.DayAt(_time.GetUtcNow());
        return await ReadAsync(await _statistics.ReadAsync(listener, choice.Range.On(today), rule: null, cancellationToken), choice, cancellationToken);
    }

    /// <summary>What <paramref name="choice"/> shows over the plays of its stretch.</summary>
    public async Task<Top20View> ReadAsync(ListeningView view, Top20Choice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(choice);
        var own = choice.ShowsOwn
            ? await Task.Run(() => view.GetOrCompute(("top20", choice.Kind), shared => Top20List.Of(shared, choice.Kind)), cancellationToken)
            : [];
        var spotify = choice is { ShowsSpotify: true, NoSpotify: null, Range.SpotifyTerm: { } term }
            ? SpotifyTop20.Of(view, choice.Kind, await _spotify.ReadAsync(view.Log.ListenerId, choice.Kind, term, cancellationToken))
            : SpotifyTop20.None;
        return new Top20View(choice, own, view.Previous() is not null, spotify, view.Zone);
    }
}
