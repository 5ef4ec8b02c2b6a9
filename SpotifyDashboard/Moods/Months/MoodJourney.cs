using System.Collections.Immutable;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Months;

/// <summary>The way of a listener's monthly centres through a mood map. Immutable; some hundred bytes a month.</summary>
/// <remarks>
/// One pass over the plays sums the sounds of each month (<see cref="MoodTally"/>). The place of a mean is the mean of the places, since
/// components are a linear map: so only the mean of each month is projected.
/// </remarks>
public sealed class MoodJourney
{
    private readonly byte[] _solid;
    private readonly byte[] _flat;

    private MoodJourney(IReadOnlyList<MoodMonth> all)
    {
        All = all;
        Months = [.. all.Where(month => month.Placed > 0)];
        _solid = PointCloudFigure.Pack([.. Months.SelectMany(month => month.Place)]);
        _flat = PointCloudFigure.Pack([.. Months.SelectMany(month => month.Place.Take(2))]);
    }

    /// <summary>Every local month of the period, those without a place among them.</summary>
    public IReadOnlyList<MoodMonth> All { get; }

    /// <summary>The months that have a place, in order: the stations of the path.</summary>
    public IReadOnlyList<MoodMonth> Months { get; }

    /// <summary>The way of the plays of <paramref name="view"/> through <paramref name="map"/>.</summary>
    public static MoodJourney Of(ListeningView view, MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(map);
        if (map.TrackCount == 0)
        {
            return new MoodJourney([]);
        }

        var tally = MoodTally.Of(view, new MoodOfTracks(map, view.Log.Catalogue));
        List<MoodMonth> months = [];
        (float[] Place, double[] Sound)? before = null;
        for (var month = 0; month < tally.Months.Count; month++)
        {
            var (start, counts) = (tally.Months.StartOf(month), tally.OfMonths[month]);
            if (tally.CentroidOf(month) is not { } sound)
            {
                months.Add(new MoodMonth(start, counts.Plays, 0, [], Nearest: null, Moved: null, Towards: null));
                continue;
            }

            var place = MeanSound.PlaceOn(map, sound);
            months.Add(new MoodMonth(
                start,
                counts.Plays,
                counts.Known,
                [.. place],
                MeanSound.NearestOn(map, sound).Number,
                before is { } last ? Distance(last.Place, place) : null,
                before is { } then ? MoodDirection.Of(map.Features, then.Sound, sound) : null));
            before = (place, sound);
        }

        return new MoodJourney(months);
    }

    /// <summary>Which station a month of the address is; −1 where it is none.</summary>
    public int IndexOf(DateOnly start)
    {
        for (var index = 0; index < Months.Count; index++)
        {
            if (Months[index].Start == start)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The path as a cloud draws it, with one of its stations as the current one.</summary>
    /// <param name="dimensions">3 or 2.</param>
    /// <param name="at">The current station.</param>
    /// <param name="played">One bit per row of the map, the lowest first: the tracks to emphasise.</param>
    internal CloudPath ToPath(int dimensions, int at, byte[] played) => new(dimensions == 3 ? _solid : _flat, dimensions, at, Said.ShortMonth(Months[at].Start), played);

    private static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other, (a, b) => ((double)a - b) * ((double)a - b)).Sum());
}
