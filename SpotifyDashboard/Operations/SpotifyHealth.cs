using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations;

/// <summary>Judges Spotify and the following of plays by what the last calls left behind. Pure: no clock, no call.</summary>
internal static class SpotifyHealth
{
    /// <summary>Fifty plays of two and a half minutes: a longer silence may lose some.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromHours(2);

    /// <summary>The service itself.</summary>
    /// <param name="account">The connected account, or null.</param>
    /// <param name="block">What keeps all calls off, or null.</param>
    /// <param name="now">The moment (UTC).</param>
    public static ServiceHealth OfService(SpotifyAccountRow? account, ServiceBlockRow? block, DateTimeOffset now) => (account, block) switch
    {
        (null, _) => ServiceHealth.Healthy("Not signed in: plays come from imports."),
        ({ NeedsLoginSince: { } since }, _) => ServiceHealth.Degraded($"Needs a new login since {Say(since)}: {account.NeedsLoginReason} The page /connect does it."),
        (_, { } wait) when wait.BlockedUntil > now => ServiceHealth.Degraded($"No calls until {Say(wait.BlockedUntil)}: {wait.Reason}"),
        _ => ServiceHealth.Healthy("Signed in."),
    };

    /// <summary>The following of plays.</summary>
    /// <param name="account">The connected account, or null.</param>
    /// <param name="poll">Where its polling stands, or null before the first.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <returns>Null where nothing is followed.</returns>
    public static ServiceHealth? OfPolls(SpotifyAccountRow? account, PollStateRow? poll, DateTimeOffset now)
    {
        if (account is null or { RefreshToken: null, NeedsLoginSince: null })
        {
            return null;
        }

        if (account.NeedsLoginSince is { } since)
        {
            return ServiceHealth.Degraded($"Plays are not followed since {Say(since)}, until the next login.");
        }

        if (poll?.LastSuccessAt is not { } last)
        {
            return poll?.LastFailure is { } failure ? ServiceHealth.Degraded($"No poll has succeeded yet: {failure}") : ServiceHealth.Healthy("The first poll is about to begin.");
        }

        // A plan that waits longer on purpose is no fault; a poll that is overdue is.
        var due = poll.NextDueAt is { } planned && poll.FailingSince is null && planned > last + LongestSilence ? planned : last + LongestSilence;
        return now > due
            ? ServiceHealth.Degraded($"The last good poll was at {Say(last)}{(poll.LastFailure is { } why ? $": {why}" : ".")}")
            : ServiceHealth.Healthy($"The last good poll was at {Say(last)}.");
    }

    private static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
