using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Deletes somebody for good: all their rows in one transaction, then what only they had of the catalogue.</summary>
/// <remarks>Killed at any moment, it has deleted everything or nothing, and the next round goes on from there. The note of it is written in the same transactions.</remarks>
internal sealed partial class ListenerEraser(
    StorageWriter writer,
    IDbContextFactory<DashboardDbContext> contexts,
    JobRunner jobs,
    IEnumerable<IListenerBelongings> belongings,
    IOptions<DatabaseOptions> database,
    PlaysChanged playsChanged,
    ListenerGone listenerGone,
    TimeProvider time,
    ILogger<ListenerEraser> logger)
{
    private const string OwnCalls = "app IS NOT NULL AND NOT EXISTS (SELECT 1 FROM spotify_apps o WHERE o.client_id = app)";
    private const string OwnWaits = "service LIKE 'spotify:%' AND NOT EXISTS (SELECT 1 FROM spotify_apps o WHERE 'spotify:' || o.client_id = service)";

    /// <summary>Goes on with a deletion as far as it goes now.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="cancellationToken">Ends it between two steps, or rolls back the one under way.</param>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> GoOnAsync(string number, CancellationToken cancellationToken)
    {
        DeletionRow row;
        IModel model;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            model = context.Model;
            if (await context.Deletions.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancellationToken) is not { } found)
            {
                return true;
            }

            row = found;
        }

        if (row is { ErasedAt: null, SubjectId: { } subject })
        {
            await EraseAsync(row, subject, model, cancellationToken);
        }

        return await TidyAsync(number, model, cancellationToken);
    }

    private async Task EraseAsync(DeletionRow row, int subject, IModel model, CancellationToken cancellationToken)
    {
        var files = row.IsAccountOnly ? 0 : await EndWorkAsync(subject, cancellationToken);
        var tables = row.IsAccountOnly ? PersonalTables.OfAccount(model) : PersonalTables.OfListener(model);
        List<DeletedRows> deleted = [];
        await using (var write = await BeginAsync(row, cancellationToken))
        {
            // Whoever invited them noted whom it was for, and who took it.
            await using var invited = write.Command($"DELETE FROM invitations WHERE used_by IN (SELECT id FROM accounts WHERE {(row.IsAccountOnly ? "id" : "listener_id")} = @subject)", "subject");
            deleted.Add(new DeletedRows("invitations", "invitations you took", invited.Run(subject)));
            foreach (var table in tables)
            {
                await using var delete = write.Command($"DELETE FROM {table.Name} WHERE {table.Condition}", "subject");
                deleted.Add(new DeletedRows(table.Name, table.Words, delete.Run(subject)));
            }

            await write.ExecuteAsync($"DELETE FROM api_calls WHERE {OwnCalls}", cancellationToken);
            await write.ExecuteAsync($"DELETE FROM service_blocks WHERE {OwnWaits}", cancellationToken);
            var receipt = new DeletionReceipt(
                row.Number,
                row.AskedAt,
                time.GetUtcNow(),
                row.ByOwner ? "owner" : row.IsAccountOnly ? "guest" : "listener",
                [.. deleted.Where(rows => rows.Rows > 0).OrderByDescending(rows => rows.Rows).ThenBy(rows => rows.Table, StringComparer.Ordinal)],
                files,
                DeletionReceipt.Left);
            await using var note = write.Command(
                "UPDATE deletions SET subject_id = NULL, erased_at = @at, document = @document WHERE number = @number AND erased_at IS NULL", "at", "document", "number");
            if (note.Run(receipt.DeletedAt.ToUnixTimeMilliseconds(), receipt.ToJson(), row.Number) == 0)
            {
                return; // another process was first; what it left was nothing
            }

            await write.CommitAsync(cancellationToken);
        }

        LogErased(row.Number, deleted.Sum(rows => rows.Rows));
        if (!row.IsAccountOnly)
        {
            listenerGone.Publish(subject);
            playsChanged.Publish(subject);
        }
    }

    private async Task<int> EndWorkAsync(int listenerId, CancellationToken cancellationToken)
    {
        foreach (var job in (await jobs.ListAsync(listenerId, cancellationToken)).Where(job => !job.HasEnded))
        {
            await jobs.CancelAsync(job.Id, cancellationToken);
        }

        var files = 0;
        foreach (var belonging in belongings)
        {
            files += await belonging.DeleteAsync(listenerId, cancellationToken);
        }

        return files;
    }

    private async Task<bool> TidyAsync(string number, IModel model, CancellationToken cancellationToken)
    {
        await using var write = await BeginAsync(row: null, cancellationToken);
        await using var find = write.Command("SELECT document FROM deletions WHERE number = @number AND erased_at IS NOT NULL AND done_at IS NULL", "number");
        find.Set(number);
        if (await find.ExecuteScalarAsync(cancellationToken) is not string document)
        {
            return true;
        }

        if (await new UnsharedCatalogue(write, model).DeleteAsync(cancellationToken) is not { } unshared)
        {
            return false;
        }

        var receipt = DeletionReceipt.Parse(document);
        var json = (receipt with { Deleted = [.. receipt.Deleted, .. unshared] }).ToJson();
        await using var note = write.Command("UPDATE deletions SET done_at = @at, document = @document, checksum = @checksum WHERE number = @number", "at", "document", "checksum", "number");
        note.Run(time.GetUtcNow().ToUnixTimeMilliseconds(), json, DeletionReceipt.ChecksumOf(json), number);
        await write.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<WriteTransaction> BeginAsync(DeletionRow? row, CancellationToken cancellationToken)
    {
        var write = await writer.BeginAsync(row?.SubjectId ?? 0, cancellationToken);
        if (database.Value.Provider == DatabaseProvider.Sqlite)
        {
            // Without it, what was deleted stands in the file until its page is used again.
            await write.ExecuteAsync("PRAGMA secure_delete = ON", cancellationToken);
        }

        return write;
    }

    [LoggerMessage(LogLevel.Information, "Deletion {Number}: {Rows} rows are deleted for good")]
    private partial void LogErased(string number, int rows);
}
