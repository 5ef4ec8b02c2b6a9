namespace SpotifyDashboard.Storage.Archives;

/// <summary>What loading an archive takes on either provider: the tables matched by name, the rows handed over, the result compared with the manifest.</summary>
internal static class ArchiveLoading
{
    private const int RowsBetweenReports = 1000;

    /// <summary>The table of the database that a table of the archive belongs to, its columns in the order of the archive.</summary>
    /// <exception cref="ArchiveException">There is none, or it lacks a column.</exception>
    public static TableShape ShapeFor(ArchiveTable table, IReadOnlyList<TableShape> shapes)
    {
        var shape = shapes.FirstOrDefault(one => one.Name == table.Name);
        var columns = shape is null ? [] : table.Columns.Select(name => shape.Columns.FirstOrDefault(column => column.Name == name)).ToList();
        return shape is not null && columns.TrueForAll(column => column.Name is not null) && columns.Count == shape.Columns.Count
            ? shape with { Columns = columns }
            : throw new ArchiveException($"The backup has a table {table.Name} that does not fit the version it names; it was altered or is damaged.");
    }

    /// <summary>Loads one table.</summary>
    public static async Task LoadAsync(
        ArchiveReader archive, ArchiveTable table, Action<object?[]> insert, long before, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        var step = $"Restoring {ArchiveWriter.Words(table.Name)}";
        var count = 0L;
        await archive.ReadAsync(
            table,
            values =>
            {
                insert(values);
                if (++count % RowsBetweenReports == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    report(new ArchiveProgress(step, before + count, archive.Manifest.Rows));
                }
            },
            cancellationToken);
        report(new ArchiveProgress(step, before + count, archive.Manifest.Rows));
    }

    /// <summary>Reads everything back and compares counts and sums: the proof that what stands in the database is what was backed up.</summary>
    /// <exception cref="ArchiveException">It is not.</exception>
    public static async Task ProveAsync(
        ArchiveDatabase database, ArchiveManifest manifest, IReadOnlyList<TableShape> shapes, Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var table in manifest.Tables)
        {
            report(new ArchiveProgress($"Comparing {ArchiveWriter.Words(table.Name)}", done, manifest.Rows));
            var now = await ArchiveWriter.SumAsync(database, ShapeFor(table, shapes), target: null, static _ => { }, cancellationToken);
            if (now.Rows != table.Rows || now.Sha256 != table.Sha256)
            {
                throw new ArchiveException($"What was restored of {table.Name} is not what the backup holds, so nothing was changed. This is a fault of the dashboard; please report it.");
            }

            done += table.Rows;
        }
    }
}
