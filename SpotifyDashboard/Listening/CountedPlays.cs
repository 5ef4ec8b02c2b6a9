using System.Runtime.CompilerServices;

namespace SpotifyDashboard.Listening;

/// <summary>A <see cref="CountingRule"/> applied to one <see cref="ListeningLog"/>: says of each play whether it counts.</summary>
public sealed class CountedPlays
{
    private const int DefaultMs = 30_000;
    private const double FinishedShare = 0.95;
    private const int BitsPerWord = 64;

    /// <summary>What exports write where they know no reason; 2017 rows say <c>none</c>.</summary>
    private static readonly string[] s_noReason = ["", "unknown", "none"];

    /// <summary>One bit per play: found once, so that the thousands of passes that follow need not look up lengths of tracks.</summary>
    private readonly ulong[] _counts;

    private CountedPlays(ulong[] counts) => _counts = counts;

    /// <summary>Applies <paramref name="rule"/> to the plays of <paramref name="log"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public static CountedPlays Of(ListeningLog log, CountingRule rule)
    {
        ArgumentNullException.ThrowIfNull(log);
        var leastMs = new int[log.Catalogue.Tracks.Count];
        for (var track = 0; track < leastMs.Length; track++)
        {
            leastMs[track] = LeastMs(rule, log.Catalogue.DurationMs(track));
        }

        bool?[] told = rule == CountingRule.Finished ? [.. log.Details.Select(Finished)] : new bool?[log.Details.Count];
        var counts = new ulong[(log.Count + BitsPerWord - 1) / BitsPerWord];
        var played = log.MsPlayed;
        var tracks = log.TrackIndexes;
        var details = log.DetailIndexes;
        for (var index = 0; index < played.Length; index++)
        {
            if (told[details[index]] ?? played[index] >= leastMs[tracks[index]])
            {
                counts[index / BitsPerWord] |= 1UL << (index % BitsPerWord);
            }
        }

        return new CountedPlays(counts);
    }

    /// <summary>Whether the play at <paramref name="index"/> counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // asked a million times in a row
    public bool Counts(int index) => ((_counts[(uint)index / BitsPerWord] >> index) & 1) != 0;

    /// <summary>Whether <paramref name="reasonEnd"/> says how a play ended.</summary>
    public static bool IsReason(string reasonEnd) => !s_noReason.Contains(reasonEnd);

    private static int LeastMs(CountingRule rule, int durationMs) => rule switch
    {
        CountingRule.All => int.MinValue,
        CountingRule.Default => durationMs > 0 ? Math.Min(DefaultMs, (durationMs + 1) / 2) : DefaultMs,
        CountingRule.Finished => durationMs > 0 ? (int)Math.Ceiling(durationMs * FinishedShare) : int.MaxValue,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There are three counting rules."),
    };

    private static bool? Finished(PlayDetail detail) =>
        IsReason(detail.Circumstance.ReasonEnd) ? detail.Circumstance.ReasonEnd == "trackdone" : null;
}
