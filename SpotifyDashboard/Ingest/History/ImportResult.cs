namespace SpotifyDashboard.Ingest.History;

/// <summary>What came of an import: the ledger of each file and of all.</summary>
/// <param name="Files">Files that were read, newest first, then those that were not.</param>
/// <param name="Total">The sums.</param>
/// <param name="Balances">Whether every row of every file is accounted for.</param>
public sealed record ImportResult(IReadOnlyList<ImportedFile> Files, ImportCounts Total, bool Balances)
{
    internal static ImportResult Of(IReadOnlyList<ImportedFile> files) => new(
        files,
        new ImportCounts(
            files.Sum(file => file.Read),
            files.Sum(file => file.Added),
            files.Sum(file => file.Merged),
            files.Sum(file => file.Duplicate),
            files.Sum(file => file.NotMusic),
            files.Sum(file => file.Malformed)),
        files.All(file => file.Balance()));
}
