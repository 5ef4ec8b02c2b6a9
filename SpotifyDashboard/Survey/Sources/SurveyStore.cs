using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Columns;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Stores readings: one transaction each, so that a process killed in the middle of one leaves the answers of the reading before.</summary>
internal sealed class SurveyStore(
    IDbContextFactory<DashboardDbContext> contexts, StorageWriter writer, ListenerDirectory listeners, SurveyKeys keys, SurveyChanged changed, TimeProvider time)
{
    /// <summary>The version of the followed survey at the last look; −1 before the first.</summary>
    private long _noticedVersion = -1;

    /// <summary>The survey of this kind as stored, or null.</summary>
    public async Task<SurveyRow?> FindAsync(int listenerId, SurveySource source, CancellationToken cancellationToken)
    {
        var name = SourceNames.Of(source);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Surveys.AsNoTracking().SingleOrDefaultAsync(survey => survey.ListenerId == listenerId && survey.Source == name, cancellationToken);
    }

    /// <summary>Takes the turn to read a survey, so that of several processes one reads.</summary>
    /// <param name="listenerId">Whose survey.</param>
    /// <param name="source">Which of their surveys.</param>
    /// <param name="until">When others may read (UTC).</param>
    /// <param name="isAskedFor">Whether somebody asked for it, so that it does not matter whether it is due.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>False where it is not due.</returns>
    public async Task<bool> ClaimAsync(int listenerId, SurveySource source, DateTimeOffset until, bool isAskedFor, CancellationToken cancellationToken)
    {
        var (name, now) = (SourceNames.Of(source), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO surveys (listener_id, source, source_key, title, is_chosen, hash_names, headers, choices, version)
            VALUES ({{listenerId}}, {{name}}, '', 'Survey', {{false}}, {{true}}, '[]', {{"{}"}}, 0) ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        return await context.Surveys
            .Where(survey => survey.ListenerId == listenerId && survey.Source == name && (isAskedFor || survey.NextReadAt == null || survey.NextReadAt <= now))
            .ExecuteUpdateAsync(survey => survey.SetProperty(s => s.NextReadAt, until), cancellationToken) == 1;
    }

    /// <summary>Tells open pages where another process changed the survey since this was last asked.</summary>
    public async Task NoticeOthersAsync(int listenerId, SurveySource source, CancellationToken cancellationToken)
    {
        var version = (await FindAsync(listenerId, source, cancellationToken))?.Version ?? 0;
        if (Interlocked.Exchange(ref _noticedVersion, version) is var before && before != version && before >= 0)
        {
            changed.Publish(listenerId);
        }
    }

    /// <summary>Stores a reading and tells open pages of what changed.</summary>
    /// <returns>Its account.</returns>
    public async Task<SurveyLedger> StoreAsync(SurveyDelivery delivery, CancellationToken cancellationToken)
    {
        var (table, source) = (delivery.Table, SourceNames.Of(delivery.Source));
        var seal = await keys.GetAsync(cancellationToken);
        var zone = await ZoneAsync(delivery, cancellationToken);
        await using var write = await writer.BeginAsync(delivery.ListenerId, cancellationToken);
        var before = await SurveyRecord.FindAsync(write, source, cancellationToken);
        var mapping = ColumnMatcher.Match(table.Headers, before?.Choices ?? []);
        var sealing = new AnswerSealing(seal, delivery.ListenerId, source, mapping, before?.HashNames ?? true);
        List<StoredAnswer> sealedRows = [.. table.Rows.Select((row, ordinal) => sealing.Seal(ordinal, row))];

        var rows = new AnswerRows(write, source);
        var known = await rows.KnownAsync(cancellationToken);
        var read = AnswerMatching.Match(known, sealedRows, before?.SourceKey == delivery.SourceKey);
        var (added, updated, removed) = rows.Replace(known, read, cancellationToken);
        var ledger = new SurveyLedger(
            table.Read, table.Rows.Count, table.Empty, table.Malformed.Values.Sum(), table.Malformed, Unreadable(mapping, zone, sealedRows), added, updated, removed);
        var record = new SurveyRecord(delivery, before, mapping, ledger, time.GetUtcNow());
        await record.WriteAsync(write, source, cancellationToken);
        await write.CommitAsync(cancellationToken);
        if (record.IsNews)
        {
            changed.Publish(delivery.ListenerId);
        }

        return ledger;
    }

    /// <summary>Notes that a reading failed: the answers of the one before stay.</summary>
    /// <param name="listenerId">Whose survey.</param>
    /// <param name="source">Which of their surveys.</param>
    /// <param name="problem">What failed and what mends it, in a sentence.</param>
    /// <param name="nextReadAt">When it is tried again (UTC).</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task NoteFailureAsync(int listenerId, SurveySource source, string problem, DateTimeOffset? nextReadAt, CancellationToken cancellationToken)
    {
        var name = SourceNames.Of(source);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var survey = await context.Surveys.SingleOrDefaultAsync(s => s.ListenerId == listenerId && s.Source == name, cancellationToken);
        if (survey is null)
        {
            survey = new SurveyRow { ListenerId = listenerId, Source = name, SourceKey = "", Title = "Survey" };
            context.Surveys.Add(survey);
        }

        survey.Problem = problem;
        survey.FailingSince ??= time.GetUtcNow();
        survey.NextReadAt = nextReadAt;
        survey.Version++;
        await context.SaveChangesAsync(cancellationToken);
        changed.Publish(listenerId);
    }

    private async Task<TimeZoneInfo> ZoneAsync(SurveyDelivery delivery, CancellationToken cancellationToken)
    {
        var listener = await listeners.FindAsync(delivery.ListenerId, cancellationToken);
        return RosterBuilder.ZoneOf(delivery.Table.TimeZone, listener?.Zone ?? TimeZoneInfo.Utc);
    }

    private Dictionary<string, int> Unreadable(ColumnMapping mapping, TimeZoneInfo zone, List<StoredAnswer> rows)
    {
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = RosterBuilder.ReaderOf(mapping, zone, rows, time.GetUtcNow().Year);
        foreach (var row in rows)
        {
            reader.Read("", row.NameHash, row.ShownName, row.Cells, reason => reasons[reason] = reasons.GetValueOrDefault(reason) + 1);
        }

        return reasons;
    }
}
