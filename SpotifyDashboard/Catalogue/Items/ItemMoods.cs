using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>The moods of the plays of one track, artist or album.</summary>
/// <param name="Known">Counted plays of the period whose track has a mood.</param>
/// <param name="Plays">Counted plays of the period.</param>
/// <param name="Moods">Every mood of the map by its number.</param>
public sealed record ItemMoods(int Known, int Plays, IReadOnlyList<ItemMoods.Mood> Moods)
{
    /// <summary>Counts the plays of <paramref name="own"/>, which are the item's alone, by the moods of <paramref name="map"/>.</summary>
    internal static ItemMoods Of(ListeningView own, MoodMap map)
    {
        var moods = new MoodOfTracks(map, own.Log.Catalogue);
        var counts = new MoodCounts(moods.Count);
        var tracks = own.Log.TrackIndexes;
        foreach (var run in own.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (own.Counted.Counts(index))
                {
                    counts.Add(moods.Moods[tracks[index]]);
                }
            }
        }

        return new ItemMoods(counts.Known, counts.Plays, [.. map.Moods.Select(mood => new Mood(mood.Number, mood.Name, counts.Of(mood.Number), counts.Shares?[mood.Number]))]);
    }

    /// <summary>One mood of the map.</summary>
    /// <param name="Id">Its number, from 0.</param>
    /// <param name="Name">Its name on the map.</param>
    /// <param name="Plays">Counted plays in it.</param>
    /// <param name="Share">Their share of the known plays; null where none is known.</param>
    public sealed record Mood(int Id, string Name, int Plays, double? Share);
}
