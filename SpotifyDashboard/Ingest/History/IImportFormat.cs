using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>One kind of file that can be imported.</summary>
internal interface IImportFormat
{
    /// <summary>Its name in ledgers, for example <c>extended</c>.</summary>
    string Kind { get; }

    /// <summary>Whether a file is of this format, by its content; only a file without content is judged by its name.</summary>
    bool Recognizes(FileHead head);

    /// <summary>Stores what the file holds and accounts for every row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="write">The file's transaction; the importer commits it.</param>
    /// <param name="fileId">The file's row in <c>import_files</c>.</param>
    /// <param name="cancellationToken">Ends the work; the importer rolls back.</param>
    Task ImportAsync(FileImport file, WriteTransaction write, int fileId, CancellationToken cancellationToken);

    /// <summary>Called instead for a file that an earlier run of the same job has stored, where files of one archive depend on each other.</summary>
    Task SkipAsync(FileImport file, CancellationToken cancellationToken) => Task.CompletedTask;
}
