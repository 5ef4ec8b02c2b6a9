namespace SpotifyDashboard.Ingest.History;

/// <summary>Counts equal rows of the account data within one archive or loose file: real repeats as long as they fit into their minute.</summary>
internal sealed class Occurrences
{
    private const int Minute = 60_000;

    private readonly Dictionary<(string Names, long EndedAt, int Ms), short> _seen = [];

    /// <summary>The number of this occurrence, from 0; null where so many can't have been played.</summary>
    /// <param name="names">Artist and title in comparable form.</param>
    /// <param name="endedAt">The minute given.</param>
    /// <param name="msPlayed">Milliseconds played.</param>
    public short? Next(string names, long endedAt, int msPlayed)
    {
        var key = (names, endedAt, msPlayed);
        var before = _seen.GetValueOrDefault(key);
        if ((long)before * msPlayed >= Minute || before == short.MaxValue)
        {
            return null;
        }

        _seen[key] = (short)(before + 1);
        return before;
    }
}
