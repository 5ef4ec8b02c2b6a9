namespace SpotifyDashboard.Ingest.History;

/// <summary>What a format needs to import one file.</summary>
internal sealed class FileImport
{
    /// <summary>The file's name without folders.</summary>
    public required string Name { get; init; }

    /// <summary>The file's content; the importer closes it.</summary>
    public required Stream Content { get; init; }

    /// <summary>The account to fill.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The same for all files of one archive.</summary>
    public required Occurrences Occurrences { get; init; }

    /// <summary>The same for all files of the import.</summary>
    public required CatalogueCache Catalogue { get; init; }

    /// <summary>Now (UTC): no play lies far behind it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hears what is being done, in words.</summary>
    public required Action<string> Report { get; init; }
}
