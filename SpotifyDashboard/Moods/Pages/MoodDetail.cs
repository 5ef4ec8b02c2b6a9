using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>All that is said of one mood. Immutable, some 20 bytes a track beside the map it shares; kept by the view it was counted in.</summary>
/// <param name="Map">The map; rows below are its rows.</param>
/// <param name="Mood">The mood.</param>
/// <param name="Traits">Its features, the most unusual first.</param>
/// <param name="Members">Its tracks, nearest to the centre first.</param>
/// <param name="Borders">Tracks between this mood and another, in whichever of the two they are, the most undecided first.</param>
/// <param name="Plays">Counted plays of the period in this mood.</param>
/// <param name="Known">Counted plays of the period whose track has any mood.</param>
/// <param name="Heatmap">Those in this mood by local weekday and hour.</param>
/// <param name="Months">The mood's part in each local month of the period.</param>
/// <param name="Years">The same by year.</param>
/// <param name="Artists">Who made its tracks, most played first, at most twenty.</param>
public sealed record MoodDetail(
    MoodMap Map,
    Mood Mood,
    IReadOnlyList<MoodTrait> Traits,
    IReadOnlyList<MoodMember> Members,
    IReadOnlyList<MoodBorder> Borders,
    int Plays,
    int Known,
    Heatmap Heatmap,
    IReadOnlyList<MoodStretch> Months,
    IReadOnlyList<MoodStretch> Years,
    IReadOnlyList<MoodArtist> Artists)
{
    /// <summary>The mood's share of the plays that have a mood; null where none has.</summary>
    public double? Share => Known == 0 ? null : (double)Plays / Known;

    /// <summary>Tells of one mood.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="map">A map with that mood.</param>
    /// <param name="distances">Of its tracks.</param>
    /// <param name="trend">The moods of the view's plays on the same map.</param>
    /// <param name="number">The mood's number.</param>
    internal static MoodDetail Of(ListeningView view, MoodMap map, MoodDistances distances, MoodTrend trend, int number)
    {
        var mood = map.Moods[number];
        var members = MembersOf(view, map, distances, number);
        var shares = MoodShares.Of(trend, number);
        return new MoodDetail(
            map,
            mood,
            MoodTrait.Of(map, mood),
            members,
            BordersOf(map, distances, number),
            trend.Moods[number].Known,
            trend.Known,
            Heatmap.Of(view.Only(IsIn(view, map, number))),
            shares.Months,
            shares.Years,
            MoodArtist.Of(map, members));
    }

    private static MoodMember[] MembersOf(ListeningView view, MoodMap map, MoodDistances distances, int number)
    {
        var catalogue = view.Log.Catalogue;
        var plays = TrackTotals.Of(view.Log, view.Runs, view.Counted, catalogue.SoundsAs).Plays;
        var members = new MoodMember[map.Moods[number].TrackCount];
        var count = 0;
        for (var row = 0; row < map.TrackCount; row++)
        {
            if (map.Labels[row] == number)
            {
                var track = ReferenceEquals(catalogue, map.Catalogue) ? map.TrackIndexAt(row) : catalogue.IndexOf(map.TrackAt(row).Id);
                members[count++] = new MoodMember(row, (float)distances.Of(row), track < 0 ? 0 : plays[track]);
            }
        }

        Array.Sort(members, static (one, other) => (one.Distance, one.Row).CompareTo((other.Distance, other.Row)));
        return members;
    }

    private static MoodBorder[] BordersOf(MoodMap map, MoodDistances distances, int number)
    {
        List<MoodBorder> borders = [];
        for (var row = 0; row < map.TrackCount; row++)
        {
            var ratio = distances.RatioOf(row);
            if (ratio >= MoodDistances.Borderline && (map.Labels[row] == number || distances.NextMoodOf(row) == number))
            {
                borders.Add(new MoodBorder(row, map.Labels[row], distances.NextMoodOf(row), (float)ratio));
            }
        }

        borders.Sort(static (one, other) => (-one.Ratio, one.Row).CompareTo((-other.Ratio, other.Row)));
        return [.. borders];
    }

    private static bool[] IsIn(ListeningView view, MoodMap map, int number)
    {
        var moods = new MoodOfTracks(map, view.Log.Catalogue);
        var isIn = new bool[view.Log.Catalogue.Tracks.Count];
        for (var track = 0; track < isIn.Length; track++)
        {
            isIn[track] = moods.Moods[track] == number;
        }

        return isIn;
    }
}
