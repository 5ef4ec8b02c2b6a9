namespace SpotifyDashboard.Storage;

/// <summary>What holds for a listener until they or their browser tell: section <c>Listener</c>.</summary>
public sealed class ListenerOptions
{
    public const string SectionName = "Listener";

    /// <summary>IANA time zone; empty for the <c>TZ</c> of the system, and UTC where that is not set.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Whether <see cref="TimeZone"/> is empty or a zone that this system knows.</summary>
    public bool HasKnownTimeZone => TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _);
}
