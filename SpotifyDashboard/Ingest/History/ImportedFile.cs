namespace SpotifyDashboard.Ingest.History;

/// <summary>The account of one file.</summary>
/// <param name="Name">Its name; inside an archive the archive's name and its path there.</param>
/// <param name="Kind">The format it was read as; <c>ignored</c> for what was never opened, <c>unknown</c> for what could not be imported.</param>
/// <param name="Read">Rows the reader saw, by its own count.</param>
/// <param name="Added">Rows that made a play not known before; for track files, tracks new to the library or with new features.</param>
/// <param name="Merged">Rows whose play was known from another source.</param>
/// <param name="Duplicate">Rows that said nothing new.</param>
/// <param name="NotMusic">Podcasts, audiobooks, local files, rows without address or names.</param>
/// <param name="Malformed">Rows that can't be read; a file cut short counts one.</param>
/// <param name="Reasons">Reason → number of rows; for ignored and unknown files the one reason with 0.</param>
public sealed record ImportedFile(
    string Name,
    string Kind,
    long Read,
    long Added,
    long Merged,
    long Duplicate,
    long NotMusic,
    long Malformed,
    IReadOnlyDictionary<string, long> Reasons) : ImportCounts(Read, Added, Merged, Duplicate, NotMusic, Malformed)
{
    /// <summary>Kind of files that hold no listening history.</summary>
    public const string Ignored = "ignored";

    /// <summary>Kind of files that could not be imported.</summary>
    public const string Unknown = "unknown";

    internal static ImportedFile Without(string name, string kind, string reason) =>
        new(name, kind, 0, 0, 0, 0, 0, 0, new Dictionary<string, long>(StringComparer.Ordinal) { [reason] = 0 });

    internal static ImportedFile Of(string name, string kind, Ledger ledger) => new(
        name,
        kind,
        ledger.Read,
        ledger.AddedRows,
        ledger.MergedRows,
        ledger.DuplicateRows,
        ledger.NotMusicRows,
        ledger.MalformedRows,
        new SortedDictionary<string, long>(ledger.Reasons.ToDictionary(), StringComparer.Ordinal));
}
