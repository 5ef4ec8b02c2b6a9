using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Keeps the ledgers of imported files. A file's ledger is committed together with its rows: where it stands, the file is done.</summary>
internal sealed class ImportLedgerStore(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>The ledgers that a job has stored so far, by file name.</summary>
    public async Task<Dictionary<string, ImportedFile>> DoneAsync(Guid jobId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ImportFiles.AsNoTracking().Where(file => file.JobId == jobId).ToListAsync(cancellationToken);
        return rows.ToDictionary(
            row => row.Name,
            row => new ImportedFile(
                row.Name,
                row.Kind,
                row.RowsRead,
                row.Added,
                row.Merged,
                row.Duplicate,
                row.NotMusic,
                row.Malformed,
                JsonSerializer.Deserialize<SortedDictionary<string, long>>(row.Reasons) ?? []),
            StringComparer.Ordinal);
    }

    /// <summary>Makes the row of a file that is about to be read, inside its transaction.</summary>
    public static async Task<int> BeginAsync(WriteTransaction write, Guid jobId, string name, string kind, CancellationToken cancellationToken)
    {
        await using var insert = write.Command(
            """
            INSERT INTO import_files (listener_id, job_id, name, kind, rows_read, added, merged, duplicate, not_music, malformed, reasons, finished_at)
            VALUES (@listener, @job, @name, @kind, 0, 0, 0, 0, 0, 0, '{}', 0) RETURNING id
            """,
            "listener", "job", "name", "kind");
        insert.Set(write.ListenerId, jobId, name, kind);
        return Convert.ToInt32(await insert.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the finished ledger into the row, inside the file's transaction.</summary>
    public static async Task FinishAsync(WriteTransaction write, int fileId, ImportedFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var update = write.Command(
            """
            UPDATE import_files SET rows_read = @read, added = @added, merged = @merged, duplicate = @duplicate, not_music = @notmusic,
                malformed = @malformed, reasons = @reasons, finished_at = @finished
            WHERE id = @id
            """,
            "read", "added", "merged", "duplicate", "notmusic", "malformed", "reasons", "finished", "id");
        update.Set(
            file.Read,
            file.Added,
            file.Merged,
            file.Duplicate,
            file.NotMusic,
            file.Malformed,
            JsonSerializer.Serialize(file.Reasons),
            now.ToUnixTimeMilliseconds(),
            fileId);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }
}
