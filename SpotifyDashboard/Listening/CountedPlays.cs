using System.Runtime.CompilerServices;

namespace SpotifyDashboard.Listening;

/// <summary>A <see cref="CountingRule"/> made ready for one <see cref="ListeningLog"/>: says of each play whether it counts.</summary>
public sealed class CountedPlays
{
    private const int DefaultMs = 30_000;
    private const double FinishedShare = 0.95;

    /// <summary>What exports write where they know no reason; 2017 rows say <c>none</c>.</summary>
    private static readonly string[] s_noReason = ["", "unknown", "none"];

    private readonly int[] _msPlayed;
    private readonly int[] _tracks;
    private readonly int[] _details;
    private readonly int[] _leastMs;
    private readonly bool?[]? _finished;

    private CountedPlays(ListeningLog log, int[] leastMs, bool?[]? finished)
    {
        _msPlayed = log.Columns.MsPlayed;
        _tracks = log.Columns.Tracks;
        _details = log.Columns.Details;
        _leastMs = leastMs;
        _finished = finished;
    }

    /// <summary>Prepares <paramref name="rule"/> for the plays of <paramref name="log"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public static CountedPlays Of(ListeningLog log, CountingRule rule)
    {
        ArgumentNullException.ThrowIfNull(log);
        var leastMs = new int[log.Catalogue.Tracks.Count];
        for (var track = 0; track < leastMs.Length; track++)
        {
            leastMs[track] = LeastMs(rule, log.Catalogue.DurationMs(track));
        }

        return new CountedPlays(log, leastMs, rule == CountingRule.Finished ? [.. log.Details.Select(Finished)] : null);
    }

    /// <summary>Whether the play at <paramref name="index"/> counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // asked a million times in a row
    public bool Counts(int index)
    {
        if (_finished is not null && _finished[_details[index]] is { } told)
        {
            return told;
        }

        return _msPlayed[index] >= _leastMs[_tracks[index]];
    }

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
