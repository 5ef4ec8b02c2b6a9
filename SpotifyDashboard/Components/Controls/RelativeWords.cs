using System.Globalization;

namespace SpotifyDashboard.Components.Controls;

/// <summary>Moments as people say them.</summary>
public static class RelativeWords
{
    /// <summary>"just now", "40 s ago", "5 min ago", "3 h ago"; from a day on "yesterday, 21:40", "Tue, 21:40" or "3 Mar 2026, 21:40".</summary>
    /// <remarks>What is yet to come: "in a moment", "in 5 min", "today, 21:40", "tomorrow, 21:40" or "3 Mar 2026, 21:40".</remarks>
    /// <param name="at">The moment.</param>
    /// <param name="now">The current moment.</param>
    /// <param name="zone">The listener's time zone, in which days and hours are said.</param>
    public static string Of(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (local, localNow) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var age = now - at;
        var days = DateOnly.FromDateTime(localNow.DateTime).DayNumber - DateOnly.FromDateTime(local.DateTime).DayNumber;
        return age switch
        {
            _ when age < TimeSpan.FromSeconds(-5) => Coming(-age, local, -days),
            _ when age < TimeSpan.FromSeconds(5) => "just now",
            _ when age < TimeSpan.FromMinutes(1) => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalSeconds} s ago"),
            _ when age < TimeSpan.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min ago"),
            _ when days == 0 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago"),
            _ when days == 1 => $"yesterday, {Say(local, "HH:mm")}",
            _ when days < 7 => Say(local, "ddd, HH:mm"),
            _ => Say(local, "d MMM yyyy, HH:mm"),
        };
    }

    /// <summary>The full moment with its zone, for a tooltip: "Tue 3 March 2026, 21:40:07 (Europe/Berlin)".</summary>
    public static string Full(DateTimeOffset at, TimeZoneInfo zone) =>
        $"{Say(TimeZoneInfo.ConvertTime(at, zone), "ddd d MMMM yyyy, HH:mm:ss")} ({zone.Id})";

    private static string Coming(TimeSpan wait, DateTimeOffset local, int days) => wait switch
    {
        _ when wait < TimeSpan.FromMinutes(1) => "in a moment",
        _ when wait < TimeSpan.FromHours(1) => string.Create(CultureInfo.InvariantCulture, $"in {(int)Math.Round(wait.TotalMinutes)} min"),
        _ when days == 0 => $"today, {Say(local, "HH:mm")}",
        _ when days == 1 => $"tomorrow, {Say(local, "HH:mm")}",
        _ => Say(local, "d MMM yyyy, HH:mm"),
    };

    private static string Say(DateTimeOffset local, string format) => local.ToString(format, CultureInfo.InvariantCulture);
}
