using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Writes a database into an archive: a zip with one entry of JSON lines for each table and the manifest as the last.</summary>
internal static class ArchiveWriter
{
    private const int RowsBetweenReports = 1000;

    /// <summary>How a manifest is written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the state of this moment, whatever is written to the database meanwhile.</summary>
    /// <param name="database">The database; its state is held still here.</param>
    /// <param name="target">Where the zip goes; stays open.</param>
    /// <param name="now">The moment that the manifest names (UTC).</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the writing; what was written is no archive.</param>
    /// <returns>The manifest.</returns>
    public static async Task<ArchiveManifest> WriteAsync(
        ArchiveDatabase database, Stream target, DateTimeOffset now, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        await database.HoldStillAsync(cancellationToken);
        var shapes = await database.TablesAsync(cancellationToken);
        var total = 0L;
        foreach (var shape in shapes)
        {
            total += await database.CountAsync(shape, cancellationToken);
        }

        var tables = new List<ArchiveTable>(shapes.Count);
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var before = 0L;
        foreach (var shape in shapes)
        {
            await using var entry = await zip.CreateEntry(ArchiveTable.EntryOf(shape.Name), CompressionLevel.Fastest).OpenAsync(cancellationToken);
            tables.Add(await SumAsync(database, shape, entry, done => report(new ArchiveProgress($"Writing {Words(shape.Name)}", before + done, total)), cancellationToken));
            before += tables[^1].Rows;
        }

        var manifest = new ArchiveManifest(
            ArchiveManifest.CurrentForm, ProgramVersion.Text, now, database.Provider.ToString(), await database.MigrationsAsync(cancellationToken), tables);
        await using var last = await zip.CreateEntry(ArchiveManifest.EntryName).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(last, manifest, Json, cancellationToken);
        return manifest;
    }

    /// <summary>What a table holds now: its rows counted and summed, and written to <paramref name="target"/> where there is one.</summary>
    public static async Task<ArchiveTable> SumAsync(
        ArchiveDatabase database, TableShape shape, Stream? target, Action<long> report, CancellationToken cancellationToken)
    {
        var lastNumber = await database.LastNumberAsync(shape, cancellationToken);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var text = new RowText();
        var count = 0L;
        await using var command = database.Rows(shape);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var line = text.Write(rows);
            sum.AppendData(line);
            target?.Write(line);
            if (++count % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report(count);
            }
        }

        report(count);
        return new ArchiveTable(shape.Name, [.. shape.Columns.Select(column => column.Name)], count, lastNumber, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    /// <summary>A table's name as people read it.</summary>
    public static string Words(string table) => table.Replace('_', ' ');
}
