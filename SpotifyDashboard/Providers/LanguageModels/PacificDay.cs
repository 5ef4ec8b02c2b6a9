namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Google's day: its daily quotas begin anew at midnight of the Pacific coast.</summary>
internal static class PacificDay
{
    /// <summary>The next midnight there (UTC).</summary>
    public static DateTimeOffset NextMidnight(DateTimeOffset now)
    {
        // Where the machine has no time zones, an hour too late at worst.
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var found) ? found : TimeZoneInfo.CreateCustomTimeZone("Pacific", TimeSpan.FromHours(-8), displayName: null, standardDisplayName: null);
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
