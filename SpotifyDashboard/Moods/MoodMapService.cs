using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Makes mood maps: which tracks, what is known of them, which moods they fall into, and where they stand in space.</summary>
/// <remarks>
/// One for all circuits. Each step is kept under what it depends on and the version of the listener's plays, so that another
/// number of moods costs one run of K-Means, and an equal question nothing; callers at the same time share the work. Equal
/// requests over equal plays and equal memories of earlier moods give equal maps, but for news that grows old. Safe to call from any thread.
/// </remarks>
public sealed class MoodMapService
{
    private const int LibrariesKept = 2;
    private const int SelectionsKept = 6;
    private const int SplitsKept = 40;
    private const int MapsKept = 12;
    private const int ComparisonsKept = 6;

    /// <summary>Most searches for each number that is compared, and for each of its samples: the figures hardly differ with more.</summary>
    private const int MostStartsCompared = 20;

    /// <summary>Searches from other seeds that a map is held against.</summary>
    private const int OtherRuns = 2;

    private readonly ListeningLogs _logs;
    private readonly ListenerDirectory _listeners;
    private readonly TrackFeaturesReader _reader;
    private readonly MoodAnchors _anchors;
    private readonly TimeProvider _time;
    private readonly SharedWork<LibraryKey, TrackFeatures> _libraries = new(LibrariesKept);
    private readonly SharedWork<SelectionKey, MoodSelection> _selections = new(SelectionsKept);
    private readonly SharedWork<PartitionKey, KMeansModel> _splits = new(SplitsKept);
    private readonly SharedWork<PartitionKey, MoodMap> _maps = new(MapsKept);
    private readonly SharedWork<PartitionKey, MoodComparison> _comparisons = new(ComparisonsKept);
    private readonly SharedWork<MoodMap, double?> _stabilities = new(MapsKept);

    internal MoodMapService(ListeningLogs logs, ListenerDirectory listeners, TrackFeaturesReader reader, MoodAnchors anchors, TimeProvider time)
    {
        _logs = logs;
        _listeners = listeners;
        _reader = reader;
        _anchors = anchors;
        _time = time;
    }

    /// <summary>The map that <paramref name="request"/> describes; without moods where no track has the features.</summary>
    /// <param name="request">Which tracks, features and number of moods.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the work ends when nobody waits for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of moods is not between 2 and 10, or there is no start.</exception>
    public async Task<MoodMap> GetAsync(MoodMapRequest request, CancellationToken cancellationToken)
    {
        var asked = Checked(request);
        var (library, key) = await ReadAsync(asked, cancellationToken);
        var selection = await SelectAsync(library, key, asked, cancellationToken);
        if (selection.Rows is not { } rows)
        {
            return MoodMapBuilder.Empty(asked, library, selection);
        }

        return await _maps.GetAsync(
            PartitionKey.Of(key, asked, rows),
            async token =>
            {
                using var step = ProgramTrace.Begin(ProgramTrace.MoodMap);
                var fresh = await SplitAsync(key, asked, rows, token);
                var memory = await _anchors.FindAsync(asked, rows, token);
                var model = memory is not null && asked.IsPlain && memory.IsOf(asked, rows)
                    ? MoodContinuity.Prefer(rows, fresh, memory, OptionsOf(PartitionKey.Of(key, asked, rows), rows), token)
                    : fresh;
                var moods = MoodContinuity.Settle(asked, rows, model, memory, _time.GetUtcNow());
                var partition = new MoodPartition(moods, Silhouette.Mean(rows.Space, moods.Model.Labels.AsSpan(), token));
                await _anchors.RememberAsync(asked, rows, moods, token);
                return MoodMapBuilder.Build(asked, library, selection, partition);
            },
            cancellationToken);
    }

    /// <summary>How good each number of moods would be for the tracks of <paramref name="request"/>, whatever number it asks for.</summary>
    /// <param name="request">Which tracks and features.</param>
    /// <param name="progress">Told of each number as it is found, in any order; not told where another caller asked first.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the work ends when nobody waits for it.</param>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<MoodComparison> CompareAsync(MoodMapRequest request, IProgress<ClusterCountFigures>? progress, CancellationToken cancellationToken)
    {
        var asked = Checked(request) with { Moods = MoodMapRequest.MostMoods };
        var (library, key) = await ReadAsync(asked, cancellationToken);
        var selection = await SelectAsync(library, key, asked, cancellationToken);
        if (selection.Rows is not { } rows)
        {
            return new MoodComparison([], 0, new ClusterCountAnswer([], Suggested: null, ClusterCountReason.TooFewRows));
        }

        var partition = PartitionKey.Of(key, asked, rows);
        return await _comparisons.GetAsync(
            partition,
            token =>
            {
                var options = new ClusterCountOptions(MoodMapRequest.FewestMoods, MoodMapRequest.MostMoods, Math.Min(partition.Starts, MostStartsCompared)) { Weights = rows.Weights };
                return Task.FromResult(new MoodComparison(rows.Features, rows.Raw.Rows, ClusterCounts.Evaluate(rows.Space, options, progress, token)));
            },
            cancellationToken);
    }

    /// <summary>How far searches from other seeds find the moods of <paramref name="map"/> again: the mean adjusted Rand index, 1 where always.</summary>
    /// <param name="map">A map of this service.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>The mean, or null where there are fewer than two moods.</returns>
    public Task<double?> GetStabilityAsync(MoodMap map, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(map);
        return _stabilities.GetAsync(
            map,
            token =>
            {
                if (map.Rows is not { } rows || map.Moods.Length < MoodMapRequest.FewestMoods)
                {
                    return Task.FromResult<double?>(null);
                }

                var options = new KMeansOptions(map.Moods.Length, map.Request.Starts ?? MoodMapRequest.StartsFor(map.TrackCount, map.Features.Length)) { Weights = rows.Weights };
                var agreements = Enumerable.Range(1, OtherRuns)
                    .Select(run => KMeans.Fit(rows.Space, options with { Seed = options.Seed + run }, token))
                    .Select(other => AdjustedRandIndex.Between(map.Labels.AsSpan(), other.Labels.AsSpan()));
                return Task.FromResult<double?>(agreements.Average());
            },
            cancellationToken);
    }

    private static MoodMapRequest Checked(MoodMapRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Moods, MoodMapRequest.FewestMoods, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Moods, MoodMapRequest.MostMoods, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Starts ?? 1, 1, nameof(request));

        // The whole library without weights looks the same in every period.
        var asked = request with { Emphasis = request.Emphasis.Within(request.Features) };
        return asked is { Scope: MoodScope.Library, Weight: MoodWeight.None }
            ? asked with { Period = Period.Everything, Counting = CountingRule.Default }
            : asked;
    }

    private async Task<(TrackFeatures Library, SelectionKey Key)> ReadAsync(MoodMapRequest request, CancellationToken cancellationToken)
    {
        var log = await _logs.GetAsync(request.ListenerId, cancellationToken);
        var zone = request.Period == Period.Everything
            ? ""
            : (await _listeners.FindAsync(request.ListenerId, cancellationToken))?.TimeZone ?? "UTC";
        var library = new LibraryKey(request.ListenerId, log.Version);
        ForgetOlder(library);
        var tracks = await _libraries.GetAsync(library, token => _reader.ReadAsync(log, token), cancellationToken);
        return (tracks, new SelectionKey(library, request.Features, request.Emphasis, request.Scope, request.Weight, request.Period, request.Counting, zone));
    }

    private Task<MoodSelection> SelectAsync(TrackFeatures library, SelectionKey key, MoodMapRequest request, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(key.Zone, out var found) ? found : TimeZoneInfo.Utc;
        return _selections.GetAsync(key, _ => Task.FromResult(MoodSelector.Select(library, request, zone)), cancellationToken);
    }

    private Task<KMeansModel> SplitAsync(SelectionKey key, MoodMapRequest request, MoodRows rows, CancellationToken cancellationToken)
    {
        var partition = PartitionKey.Of(key, request, rows);
        return _splits.GetAsync(partition, token => Task.FromResult(KMeans.Fit(rows.Space, OptionsOf(partition, rows), token)), cancellationToken);
    }

    private static KMeansOptions OptionsOf(PartitionKey partition, MoodRows rows) =>
        new(Math.Min(partition.Moods, rows.Space.Rows), partition.Starts) { Weights = rows.Weights };

    /// <summary>What was made of earlier plays would only take room.</summary>
    private void ForgetOlder(LibraryKey current)
    {
        _libraries.Forget(IsOlder);
        _selections.Forget(key => IsOlder(key.Library));
        _splits.Forget(key => IsOlder(key.Selection.Library));
        _maps.Forget(key => IsOlder(key.Selection.Library));
        _comparisons.Forget(key => IsOlder(key.Selection.Library));

        bool IsOlder(LibraryKey key) => key.ListenerId == current.ListenerId && key.Version < current.Version;
    }

    private sealed record LibraryKey(int ListenerId, long Version);

    private sealed record SelectionKey(
        LibraryKey Library, FeatureSet Features, FeatureEmphasis Emphasis, MoodScope Scope, MoodWeight Weight, Period Period, CountingRule Counting, string Zone);

    private sealed record PartitionKey(SelectionKey Selection, int Moods, int Starts)
    {
        public static PartitionKey Of(SelectionKey selection, MoodMapRequest request, MoodRows rows) => new(
            selection, request.Moods, request.Starts ?? MoodMapRequest.StartsFor(rows.Raw.Rows, rows.Raw.Columns));
    }
}
