using System.Globalization;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>Which backups go when a new one has come: the newest stay, and of the weeks before them the newest one each.</summary>
internal static class BackupRotation
{
    private const string Prefix = "dashboard-";
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";
    private const string Ending = ".zip";

    /// <summary>The name of a backup taken at a moment (UTC).</summary>
    public static string NameOf(DateTimeOffset moment) => Prefix + moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + Ending;

    /// <summary>When a backup of this name was taken (UTC); null where no backup is called so: such a file is never touched.</summary>
    public static DateTimeOffset? MomentOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
        && DateTime.TryParseExact(
            name[Prefix.Length..^Ending.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? new DateTimeOffset(moment, TimeSpan.Zero)
            : null;

    /// <summary>The names that may go.</summary>
    /// <param name="names">Names of files in the folder, of any kind.</param>
    /// <param name="keep">How many of the newest stay.</param>
    /// <param name="keepWeeks">For how many weeks before those the newest one stays.</param>
    /// <param name="now">Now. Backups from the future, taken while the clock was ahead, neither go nor push others out.</param>
    public static IReadOnlyList<string> TooMany(IEnumerable<string> names, int keep, int keepWeeks, DateTimeOffset now)
    {
        var known = names.Select(name => (Name: name, At: MomentOf(name)))
            .Where(backup => backup.At <= now)
            .OrderByDescending(backup => backup.At)
            .ToList();
        var weekly = known.Skip(keep)
            .GroupBy(backup => WeekOf(backup.At ?? now))
            .OrderByDescending(week => week.Key)
            .Take(keepWeeks)
            .Select(week => week.First().Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. known.Skip(keep).Select(backup => backup.Name).Where(name => !weekly.Contains(name))];
    }

    /// <summary>Weeks since 1 January 0001, a Monday.</summary>
    private static int WeekOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime).DayNumber / 7;
}
