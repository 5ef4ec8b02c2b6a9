using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>The row of a survey as a reading leaves it.</summary>
/// <param name="delivery">The reading.</param>
/// <param name="before">The row as it was; null where there was none.</param>
/// <param name="mapping">What its columns are taken for.</param>
/// <param name="ledger">Its account.</param>
/// <param name="now">The moment (UTC).</param>
internal sealed class SurveyRecord(SurveyDelivery delivery, SurveyRecord.Known? before, ColumnMapping mapping, SurveyLedger ledger, DateTimeOffset now)
{
    /// <summary>Whether open pages would show something else than before.</summary>
    public bool IsNews { get; } =
        before is null || before.Problem is not null || before.SourceKey != delivery.SourceKey || before.Title != delivery.Table.Title || before.Remark != delivery.Table.Remark
        || before.TimeZone != delivery.Table.TimeZone || before.Headers != SurveyJson.Write(delivery.Table.Headers) || ledger is not { Added: 0, Changed: 0, Removed: 0 }
        || (delivery.Source == SurveySource.Upload && !before.IsChosen);

    /// <summary>The row before, within the transaction that will change it.</summary>
    public static async Task<Known?> FindAsync(WriteTransaction write, string source, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            "SELECT source_key, title, hash_names, choices, headers, time_zone, remark, problem, is_chosen FROM surveys WHERE listener_id = @listener AND source = @source", "listener", "source");
        find.Set(write.ListenerId, source);
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new Known(
                row.GetString(0), row.GetString(1), row.GetBoolean(2), SurveyJson.Read<Dictionary<string, string>>(row.GetString(3)), row.GetString(4), Text(5), Text(6), Text(7), row.GetBoolean(8))
            : null;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    /// <summary>Writes the row; what the owner chose stays.</summary>
    public async Task WriteAsync(WriteTransaction write, string source, CancellationToken cancellationToken)
    {
        await using var store = write.Command(
            """
            INSERT INTO surveys (listener_id, source, source_key, title, is_chosen, hash_names, headers, choices, name_column, time_zone, ledger, remark, read_at, next_read_at, version)
            VALUES (@listener, @source, @key, @title, @chosen, @hash, @headers, '{}', @name, @zone, @ledger, @remark, @read, @next, 1)
            ON CONFLICT (listener_id, source) DO UPDATE SET
              source_key = excluded.source_key, title = excluded.title, is_chosen = excluded.is_chosen, headers = excluded.headers, name_column = excluded.name_column,
              time_zone = excluded.time_zone, ledger = excluded.ledger, remark = excluded.remark, read_at = excluded.read_at, next_read_at = excluded.next_read_at,
              problem = NULL, failing_since = NULL, version = surveys.version + @news
            """,
            "listener", "source", "key", "title", "chosen", "hash", "headers", "name", "zone", "ledger", "remark", "read", "next", "news");
        store.Set(
            write.ListenerId,
            source,
            delivery.SourceKey,
            delivery.Table.Title,
            delivery.Source == SurveySource.Upload,
            true,
            SurveyJson.Write(delivery.Table.Headers),
            mapping.IndexOf(SurveyField.Name) is >= 0 and var name ? name : null,
            delivery.Table.TimeZone,
            SurveyJson.Write(ledger),
            delivery.Table.Remark,
            now.ToUnixTimeMilliseconds(),
            delivery.NextReadAt?.ToUnixTimeMilliseconds(),
            IsNews ? 1 : 0);
        await store.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What is known of a survey before it is read again.</summary>
    internal sealed record Known(
        string SourceKey,
        string Title,
        bool HashNames,
        Dictionary<string, string> Choices,
        string Headers,
        string? TimeZone,
        string? Remark,
        string? Problem,
        bool IsChosen);
}
