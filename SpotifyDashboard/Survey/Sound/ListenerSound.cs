using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>Reads how the listener's tracks sound: all of them together, weighted by plays, or one.</summary>
internal sealed class ListenerSound(TrackFeaturesReader reader)
{
    /// <summary>Read once per log, and kept as long as it.</summary>
    private readonly ConditionalWeakTable<ListeningLog, SharedWork<bool, TrackFeatures>> _tracks = [];

    /// <summary>The play-weighted mean over the period of <paramref name="view"/>.</summary>
    public async Task<ListenerDna> ReadAsync(ListeningView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var tracks = await TracksOfAsync(view.Log, cancellationToken);
        return await Task.Run(() => view.GetOrCompute(nameof(ListenerSound), plays => Mean(plays, tracks)), cancellationToken);
    }

    /// <summary>The thirteen features of one track, null where unknown; default where the track is not in the log or none is known.</summary>
    /// <param name="log">The plays.</param>
    /// <param name="trackId">As addresses call it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ImmutableArray<double?>> OfTrackAsync(ListeningLog log, string trackId, CancellationToken cancellationToken)
    {
        if (log.Catalogue.IndexOf(trackId) is not (>= 0 and var track))
        {
            return default;
        }

        var known = (await TracksOfAsync(log, cancellationToken)).Known;
        var sounding = log.Catalogue.SoundsAs[track];
        for (var row = 0; row < known.Rows; row++)
        {
            if (known.RowId(row) == sounding)
            {
                return [.. known.Row(row).ToArray().Select(static value => float.IsNaN(value) ? null : (double?)value)];
            }
        }

        return default;
    }

    private Task<TrackFeatures> TracksOfAsync(ListeningLog log, CancellationToken cancellationToken) =>
        _tracks.GetValue(log, static _ => new SharedWork<bool, TrackFeatures>(1)).GetAsync(key: true, token => reader.ReadAsync(log, token), cancellationToken);

    private static ListenerDna Mean(ListeningView view, TrackFeatures tracks)
    {
        var plays = TrackTotals.Of(view.Log, view.Runs, view.Counted, view.Log.Catalogue.SoundsAs).Plays;
        var known = tracks.Known;
        var hasPlays = view.Log.Count > 0;
        var (sums, weights) = (new double[known.Columns], new double[known.Columns]);
        var (counted, total) = (0, 0L);
        for (var row = 0; row < known.Rows; row++)
        {
            // A log that was read later may know more tracks than these plays.
            var weight = !hasPlays ? 1 : known.RowId(row) < plays.Length ? plays[known.RowId(row)] : 0;
            if (weight > 0)
            {
                (counted, total) = (counted + 1, total + (hasPlays ? weight : 0));
                Add(known.Row(row), weight, sums, weights);
            }
        }

        return new ListenerDna([.. sums.Zip(weights, static (sum, weight) => weight > 0 ? sum / weight : (double?)null)], counted, total);
    }

    private static void Add(ReadOnlySpan<float> values, int weight, double[] sums, double[] weights)
    {
        for (var column = 0; column < values.Length; column++)
        {
            if (!float.IsNaN(values[column]))
            {
                sums[column] += weight * (double)values[column];
                weights[column] += weight;
            }
        }
    }
}
