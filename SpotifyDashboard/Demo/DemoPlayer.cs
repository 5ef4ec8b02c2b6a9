using System.Globalization;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Lets the demo listener play on: what they heard since their last play is stored, and never less than one play.</summary>
internal sealed class DemoPlayer(StorageWriter writer, IOptions<DemoOptions> options, TimeProvider time)
{
    // Long enough to count, so that every press of Refresh shows, however soon it follows on the last.
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(31);

    /// <summary>Stores the plays since the last one.</summary>
    /// <returns>How many were stored; 0 where the listener is not the demo listener.</returns>
    public async Task<int> PlayOnAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        if (await StateOfAsync(write, cancellationToken) is not { } state)
        {
            return 0;
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var catalogue = DemoCatalogue.Create(options.Value.Seed, now);
        var diary = new DemoDiary(options.Value.Seed, catalogue, DemoListener.FirstDayOf(state.MadeAt, state.Zone), state.Zone);
        var latest = LatestPlay(diary, now, state.LastEnd);
        List<DemoPlay> plays = [.. diary.Between(state.LastEnd, latest.StartedAt), latest];
        var stored = await DemoPlayWriter.WriteAsync(write, listenerId, plays, cancellationToken);
        write.MarkAdded();
        await write.CommitAsync(cancellationToken);
        return stored;
    }

    /// <summary>The play that has just ended. Where the last one ended a moment ago, it was skipped soon after.</summary>
    private static DemoPlay LatestPlay(DemoDiary diary, DateTimeOffset now, DateTimeOffset lastEnd)
    {
        var play = diary.SessionEndingAt(now, 1)[0];
        var room = now - lastEnd;
        return room >= TimeSpan.FromMilliseconds(play.MsPlayed) ? play : play with
        {
            MsPlayed = (int)Math.Max(room.TotalMilliseconds, s_shortest.TotalMilliseconds),
            ReasonEnd = "fwdbtn",
            Traits = play.Traits | SightingTraits.Skipped,
        };
    }

    private static async Task<(DateTimeOffset MadeAt, TimeZoneInfo Zone, DateTimeOffset LastEnd)?> StateOfAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        await using var command = write.Command(
            "SELECT l.created_at, l.time_zone, (SELECT MAX(ended_at) FROM sightings WHERE listener_id = l.id) FROM listeners l WHERE l.id = @id AND l.is_demo",
            "id");
        command.Parameters[0].Value = write.ListenerId;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (MomentOf(reader.GetValue(0)), TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1)), MomentOf(reader.GetValue(2)))
            : null;
    }

    private static DateTimeOffset MomentOf(object milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(milliseconds, CultureInfo.InvariantCulture));
}
