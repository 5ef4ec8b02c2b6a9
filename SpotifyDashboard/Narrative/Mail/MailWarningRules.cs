namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Decides which warnings are due. Pure.</summary>
internal static class MailWarningRules
{
    private static readonly TimeSpan s_silence = TimeSpan.FromDays(1);

    /// <summary>Days before the end of consent on which a warning is sent, the nearest first.</summary>
    private static readonly int[] s_thresholds = [1, 7, 30];

    /// <summary>The warning of consent whose turn it is at <paramref name="now"/>: where several were missed, the latest alone. Null before and after.</summary>
    public static MailWarning.Consent? Consent(DateTimeOffset? reauthorizeBy, DateTimeOffset now)
    {
        if (reauthorizeBy is not { } end || now >= end)
        {
            return null;
        }

        var threshold = s_thresholds.FirstOrDefault(days => now >= end.AddDays(-days));
        return threshold == 0 ? null : new MailWarning.Consent(threshold, end, (int)Math.Ceiling((end - now).TotalDays));
    }

    /// <summary>The warning of plays that can't be read, once they could not for a day; null where they can. Silence alone is none: nobody may have listened.</summary>
    /// <param name="failingSince">Since when polls fail (UTC).</param>
    /// <param name="needsLoginSince">Since when Spotify wants another login (UTC).</param>
    /// <param name="reason">The last failure.</param>
    /// <param name="now">The moment.</param>
    public static MailWarning.Silence? Silence(DateTimeOffset? failingSince, DateTimeOffset? needsLoginSince, string? reason, DateTimeOffset now)
    {
        // The earlier of both names the outage: a login that is asked for in the middle of one does not make it another.
        var since = failingSince is null || needsLoginSince < failingSince ? needsLoginSince : failingSince;
        return since is { } begun && now - begun >= s_silence ? new MailWarning.Silence(begun, reason, needsLoginSince is not null) : null;
    }
}
