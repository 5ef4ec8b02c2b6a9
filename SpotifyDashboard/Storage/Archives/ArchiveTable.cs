namespace SpotifyDashboard.Storage.Archives;

/// <summary>One table of an archive.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Columns">Its columns, in the order of the values of a row.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="LastNumber">The last number that the database gave to a row, so that none is given twice; null where it gives none or gave none yet.</param>
/// <param name="Sha256">SHA-256 of the rows as they stand in the entry, in hexadecimal; equal rows have equal sums on both providers.</param>
internal sealed record ArchiveTable(string Name, IReadOnlyList<string> Columns, long Rows, long? LastNumber, string Sha256)
{
    /// <summary>The name of the entry that holds the rows.</summary>
    public static string EntryOf(string table) => $"tables/{table}.jsonl";
}
