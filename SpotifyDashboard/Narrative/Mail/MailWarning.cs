using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Something a listener should know before plays are lost.</summary>
/// <param name="Kind">What kind of letter it is.</param>
/// <param name="Key">Which end of consent or outage it is about.</param>
internal abstract record MailWarning(string Kind, string Key)
{
    /// <summary>Spotify's consent ends soon.</summary>
    /// <param name="Threshold">The days before the end whose turn it is: 30, 7 or 1.</param>
    /// <param name="EndsAt">The end (UTC).</param>
    /// <param name="DaysLeft">Days until then, the begun one included.</param>
    internal sealed record Consent(int Threshold, DateTimeOffset EndsAt, int DaysLeft) : MailWarning($"consent-{Threshold}", $"{EndsAt.UtcDateTime:yyyy-MM-dd}");

    /// <summary>No play could be read for a day.</summary>
    /// <param name="Since">Since when readings fail (UTC).</param>
    /// <param name="Reason">The last failure in plain words; null where nobody said.</param>
    /// <param name="NeedsLogin">Whether Spotify wants another login.</param>
    internal sealed record Silence(DateTimeOffset Since, string? Reason, bool NeedsLogin) : MailWarning("silence", $"{Since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}");
}
