namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Counted plays of each mood.</summary>
/// <param name="moods">Number of moods.</param>
internal sealed class MoodCounts(int moods)
{
    /// <summary>Without a mood first, then mood by mood.</summary>
    private readonly int[] _plays = new int[moods + 1];

    /// <summary>Counted plays, with a mood or without.</summary>
    public int Plays => _plays.Sum();

    /// <summary>Those with one.</summary>
    public int Known => Plays - _plays[0];

    /// <summary>The share of each mood of the known plays; null where there are none.</summary>
    public IReadOnlyList<double>? Shares => Known is > 0 and var known ? Array.ConvertAll(_plays[1..], plays => (double)plays / known) : null;

    /// <summary>Counted plays of one mood.</summary>
    public int Of(int mood) => _plays[mood + 1];

    /// <summary>Adds one counted play.</summary>
    /// <param name="mood">Its mood, or −1.</param>
    public void Add(int mood) => _plays[mood + 1]++;

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(MoodCounts other)
    {
        for (var mood = 0; mood < _plays.Length; mood++)
        {
            _plays[mood] += other._plays[mood];
        }
    }
}
