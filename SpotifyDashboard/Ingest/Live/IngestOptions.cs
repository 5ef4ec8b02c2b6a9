using System.Globalization;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>How Spotify is followed: section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    public const string SectionName = "Ingest";

    private const string Auto = "Auto";
    private static readonly TimeSpan s_shortestPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestPoll = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_longestWake = TimeSpan.FromDays(1);

    /// <summary>How often it is decided whether to call.</summary>
    public TimeSpan WakeEvery { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary><c>Auto</c>, or a time span: the time between two polls of one listener.</summary>
    public string PollEvery { get; set; } = Auto;

    /// <summary>The fixed time between polls; null for <c>Auto</c>.</summary>
    internal TimeSpan? FixedInterval =>
        TimeSpan.TryParse(PollEvery, CultureInfo.InvariantCulture, out var interval) ? interval : null;

    internal bool HasPossibleWakeEvery => WakeEvery > TimeSpan.Zero && WakeEvery <= s_longestWake;

    internal bool HasPossiblePollEvery => FixedInterval is { } interval
        ? interval >= s_shortestPoll && interval <= s_longestPoll
        : PollEvery.Equals(Auto, StringComparison.OrdinalIgnoreCase);
}
