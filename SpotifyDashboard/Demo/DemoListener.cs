using System.Globalization;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Makes and removes the demo listener: a row of its own with two synthetic years, shown while nothing of one's own is stored.</summary>
internal sealed partial class DemoListener(
    StorageWriter writer,
    ListenerDirectory listeners,
    PlaysChanged playsChanged,
    IOptions<DemoOptions> options,
    TimeProvider time,
    ILogger<DemoListener> logger)
{
    private const string Name = "Demo listener";

    /// <summary>The plays of the last half hour or so: whoever opens the demo meets somebody who is listening now.</summary>
    private const int LatestPlays = 7;

    private static readonly TimeSpan s_sinceLatest = TimeSpan.FromMinutes(4);

    /// <summary>Makes the demo listener, unless there is one, or something of one's own is stored. All is stored in one transaction, or nothing.</summary>
    /// <returns>Whether it was made.</returns>
    public async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        // Asked first without the work of making one: at most starts it is there, or over.
        await using (var look = await writer.BeginAsync(listenerId: 0, cancellationToken))
        {
            if (await IsUnwantedAsync(look, cancellationToken))
            {
                return false;
            }
        }

        var began = time.GetTimestamp();
        var now = WholeSeconds(time.GetUtcNow());
        var catalogue = DemoCatalogue.Create(options.Value.Seed, now);
        var row = listeners.Create(Name, isDemo: true);
        var zone = ZoneOf(row);
        var diary = new DemoDiary(options.Value.Seed, catalogue, FirstDayOf(now, zone), zone);
        var plays = PlaysUntil(diary, now);

        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        if (await IsUnwantedAsync(write, cancellationToken))
        {
            return false;
        }

        row.TimeZone = zone.Id;
        var id = await InsertAsync(write, row, now, cancellationToken);
        await DemoCatalogueWriter.WriteAsync(write, catalogue, now, cancellationToken);
        var count = await DemoPlayWriter.WriteAsync(write, id, plays, cancellationToken);
        await write.CommitAsync(cancellationToken);
        playsChanged.Publish(id);
        LogMade(count, catalogue.Tracks.Count, time.GetElapsedTime(began).TotalMilliseconds);
        return true;
    }

    /// <summary>Removes the demo listener with all that is theirs.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        await write.EndDemoAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>The first of the two years' days.</summary>
    internal static DateOnly FirstDayOf(DateTimeOffset madeAt, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(madeAt, zone).DateTime).AddDays(-DemoDiary.Days);

    private static List<DemoPlay> PlaysUntil(DemoDiary diary, DateTimeOffset now)
    {
        var latest = diary.SessionEndingAt(now - s_sinceLatest, LatestPlays);
        return [.. diary.Between(now.AddDays(-DemoDiary.Days), latest[0].StartedAt), .. latest];
    }

    /// <summary>The zone of the settings; where they say nothing, this machine's, which is the browser's in <c>Local</c> mode.</summary>
    private static TimeZoneInfo ZoneOf(Listener row)
    {
        var local = TimeZoneInfo.Local;
        return row.TimeZone != "UTC" ? TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone)
            : local.HasSameRules(TimeZoneInfo.Utc) ? TimeZoneInfo.Utc
            : local.HasIanaId ? local
            : TimeZoneInfo.TryConvertWindowsIdToIanaId(local.Id, out var iana) ? TimeZoneInfo.FindSystemTimeZoneById(iana)
            : TimeZoneInfo.Utc;
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    /// <summary>Asked under the write lock, so that two processes that start at once do not both make one.</summary>
    private static async Task<bool> IsUnwantedAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        await using var command = write.Command("SELECT COUNT(*) FROM listeners WHERE is_demo OR plays_version > 0");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    private static async Task<int> InsertAsync(WriteTransaction write, Listener row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The version says that there are plays: open pages of other processes notice the row by it.
        await using var command = write.Command(
            "INSERT INTO listeners (display_name, time_zone, time_zone_chosen, counting_rule, theme, is_demo, created_at, plays_version, rewritten_at_version) "
            + "VALUES (@name, @zone, @chosen, @rule, @theme, @demo, @created, 1, 1) RETURNING id",
            "name", "zone", "chosen", "rule", "theme", "demo", "created");
        command.Set(row.DisplayName, row.TimeZone, row.TimeZoneChosen, (int)row.CountingRule, row.Theme, true, now.ToUnixTimeMilliseconds());
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    [LoggerMessage(LogLevel.Information, "Made the demo listener: {Plays} synthetic plays of {Tracks} invented tracks in {Milliseconds:F0} ms")]
    private partial void LogMade(int plays, int tracks, double milliseconds);
}
