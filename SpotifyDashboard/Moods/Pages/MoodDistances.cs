namespace SpotifyDashboard.Moods.Pages;

/// <summary>How far each track of a map lies from the centre of its own mood, and from the next nearest centre. Ten bytes a track, shared by all pages of the map's moods.</summary>
/// <remarks>
/// A distance is Euclidean, in the space in which the moods were found, divided by √d: the typical deviation of one feature, which can be
/// compared between maps of nine and of thirteen features. One pass over n × d × k numbers.
/// </remarks>
public sealed class MoodDistances
{
    /// <summary>From here on a track lies between two moods: its own centre is hardly nearer than the other.</summary>
    public const double Borderline = 0.9;

    private const sbyte None = -1;

    private readonly float[] _own;
    private readonly float[] _next;
    private readonly sbyte[] _nextMood;

    private MoodDistances(int rows)
    {
        _own = new float[rows];
        _next = new float[rows];
        _nextMood = new sbyte[rows];
    }

    /// <summary>Measures every track of <paramref name="map"/>.</summary>
    public static MoodDistances Of(MoodMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var distances = new MoodDistances(map.TrackCount);
        var typical = Math.Sqrt(map.Features.Length);
        for (var row = 0; row < map.TrackCount; row++)
        {
            var (nearest, nearestMood) = (double.MaxValue, (int)None);
            for (var mood = 0; mood < map.Moods.Length; mood++)
            {
                var distance = map.DistanceTo(row, mood) / typical;
                if (mood == map.Labels[row])
                {
                    distances._own[row] = (float)distance;
                }
                else if (distance < nearest)
                {
                    (nearest, nearestMood) = (distance, mood);
                }
            }

            distances._nextMood[row] = (sbyte)nearestMood;
            distances._next[row] = nearestMood == None ? 0 : (float)nearest;
        }

        return distances;
    }

    /// <summary>The distance of a row from the centre of its own mood.</summary>
    public double Of(int row) => _own[row];

    /// <summary>The mood whose centre is the nearest of the others; −1 where there is none.</summary>
    public int NextMoodOf(int row) => _nextMood[row];

    /// <summary>Distance from the own centre ÷ distance from the next, 0 (in the centre) to 1 (as near to both); 0 where there is one mood.</summary>
    public double RatioOf(int row) => _next[row] == 0 ? 0 : Math.Min(1, (double)_own[row] / _next[row]);
}
