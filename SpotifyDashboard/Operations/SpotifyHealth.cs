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

    /// <summary>The service itself, for several listeners: one who has to log in again is their own matter.</summary>
    /// <param name="accounts">How many accounts are connected.</param>
    /// <param name="loggedOut">How many of them need a new login.</param>
    /// <param name="block">What keeps all calls off, or null.</param>
    /// <param name="now">The moment (UTC).</param>
    public static ServiceHealth OfService(int accounts, int loggedOut, ServiceBlockRow? block, DateTimeOffset now)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{accounts - loggedOut} of {accounts} accounts are signed in.");
        return block is not null && block.BlockedUntil > now ? ServiceHealth.Degraded($"No calls until {Say(block.BlockedUntil)}: {block.Reason}")
            : loggedOut == accounts ? ServiceHealth.Degraded($"{words} The page /connect does it.")
            : ServiceHealth.Healthy(words);
    }

    /// <summary>The following of plays, for several listeners: degraded where most of them are not followed as they should be.</summary>
    /// <param name="followed">How many listeners are followed.</param>
    /// <param name="overdue">How many of them had no good poll for long, and should have had.</param>
    /// <returns>Null where nobody is followed.</returns>
    public static ServiceHealth? OfPolls(int followed, int overdue)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{followed - overdue} of {followed} listeners are followed in time.");
        return followed <= 0 ? null : overdue * 2 > followed ? ServiceHealth.Degraded(words) : ServiceHealth.Healthy(words);
    }

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
