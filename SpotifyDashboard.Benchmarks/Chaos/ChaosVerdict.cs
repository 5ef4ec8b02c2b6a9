using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>Whether the database holds what the world has played, each once.</summary>
internal sealed record ChaosVerdict(IReadOnlyList<(long EndedAt, string Track)> Missing, IReadOnlyList<(long EndedAt, string Track)> TooMany, int Plays)
{
    private const int Shown = 5;

    public bool IsEqual => Missing.Count == 0 && TooMany.Count == 0;

    /// <summary>Compares by end and track, counting each.</summary>
    public static ChaosVerdict Of(IReadOnlyList<(long EndedAt, string Track)> truth, IReadOnlyList<(long EndedAt, string Track)> stored)
    {
        var left = new Dictionary<(long, string), int>();
        foreach (var play in truth)
        {
            left[play] = left.GetValueOrDefault(play) + 1;
        }

        foreach (var play in stored)
        {
            left[play] = left.GetValueOrDefault(play) - 1;
        }

        return new ChaosVerdict(
            [.. left.Where(play => play.Value > 0).Select(play => play.Key).Order()],
            [.. left.Where(play => play.Value < 0).Select(play => play.Key).Order()],
            stored.Count);
    }

    /// <summary>In words.</summary>
    public string Words() => IsEqual
        ? string.Create(CultureInfo.InvariantCulture, $"The database holds the world's {Plays:N0} plays, each once.")
        : string.Create(CultureInfo.InvariantCulture, $"NOT EQUAL: {Missing.Count:N0} plays are missing ({Some(Missing)}), {TooMany.Count:N0} are stored that were not played or twice ({Some(TooMany)}).");

    private static string Some(IReadOnlyList<(long EndedAt, string Track)> plays) => string.Join(
        ", ", plays.Take(Shown).Select(play => $"{DateTimeOffset.FromUnixTimeMilliseconds(play.EndedAt):u} {play.Track}"));
}
