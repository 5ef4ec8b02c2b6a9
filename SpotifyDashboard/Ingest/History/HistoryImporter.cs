using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Imports files of any known format, newest first, one transaction for each: rows, plays and ledger are stored together or not at all.</summary>
internal sealed partial class HistoryImporter(
    StorageWriter writer,
    ImportLedgerStore ledgers,
    GapFinder gaps,
    IEnumerable<IImportFormat> formats,
    TimeProvider time,
    ILogger<HistoryImporter> logger)
{
    private const string NothingFound =
        "There is no listening history in what you gave. Ask Spotify for it at spotify.com/account/privacy: tick “Extended streaming history” (or “Account data”) and import the zip as it arrives.";

    /// <summary>Runs an import, or goes on with one that was stopped: files whose ledger is stored are not read again.</summary>
    /// <param name="jobId">The job; its row exists.</param>
    /// <param name="listenerId">Whose history it is.</param>
    /// <param name="inputs">The files.</param>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="cancellationToken">Rolls back the file being read; finished files stay.</param>
    /// <exception cref="ImportException">Nothing could be imported, or an account does not balance.</exception>
    public async Task<ImportResult> RunAsync(
        Guid jobId, int listenerId, IReadOnlyList<ImportInput> inputs, Action<ImportProgress> report, CancellationToken cancellationToken)
    {
        using var sources = ImportSources.Open(inputs);
        report(new ImportProgress("Looking at the files", 0, 0));
        var files = await RecognizeAsync(sources, cancellationToken);
        if (files.Count == 0)
        {
            throw new ImportException(WhyNothing(sources.LeftOut), ImportResult.Of(sources.LeftOut));
        }

        var done = await ledgers.DoneAsync(jobId, cancellationToken);
        var finished = new List<ImportedFile>();
        var catalogue = new CatalogueCache();
        var total = files.Sum(file => file.Length);
        var bytes = 0L;
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            var number = i + 1;
            var before = bytes;
            void Report(string what, long read) =>
                report(new ImportProgress($"{file.Name} (file {number} of {files.Count}): {what}", before + Math.Min(read, file.Length), total));
            if (done.TryGetValue(file.Name, out var ledger))
            {
                await SkipAsync(file, catalogue, cancellationToken);
                finished.Add(ledger);
            }
            else
            {
                await ImportAsync(jobId, listenerId, file, catalogue, finished, sources.LeftOut, Report, cancellationToken);
            }

            catalogue.Trim();
            bytes += file.Length;
        }

        await gaps.CloseAsync(listenerId, cancellationToken);
        var result = ImportResult.Of([.. finished, .. sources.LeftOut]);
        return finished.Count > 0 ? result : throw new ImportException(WhyNothing(sources.LeftOut), result);
    }

    private static string WhyNothing(List<ImportedFile> leftOut) =>
        leftOut.Find(file => file.Kind == ImportedFile.Unknown) is { } file ? $"{file.Name}: {file.Reasons.Keys.First()}." : NothingFound;

    /// <summary>Finds the format of each file and brings them into order: newest first, by the time in the first row.</summary>
    /// <remarks>Not by the running number in the name, which follows no order (contracts, 3.2); files without a time come last, as given.</remarks>
    private async Task<List<HistoryFile>> RecognizeAsync(ImportSources sources, CancellationToken cancellationToken)
    {
        foreach (var file in sources.Files)
        {
            try
            {
                await using var content = file.Open();
                var head = await FileHead.ReadAsync(file.Name, content, cancellationToken);
                file.Format = formats.FirstOrDefault(format => format.Recognizes(head));
                file.FirstEnd = head.FirstEnd;
                if (file.Format is null)
                {
                    sources.LeftOut.Add(ImportedFile.Without(
                        file.Name, ImportedFile.Unknown, "neither a streaming history of Spotify nor a CSV with a column of Spotify track ids"));
                }
            }
            catch (Exception exception) when (IsOfTheFile(exception))
            {
                sources.LeftOut.Add(ImportedFile.Without(file.Name, ImportedFile.Unknown, Reason(exception)));
            }
        }

        return [.. sources.Files.Where(file => file.Format is not null).OrderByDescending(file => file.FirstEnd ?? long.MinValue)];
    }

    private async Task ImportAsync(
        Guid jobId,
        int listenerId,
        HistoryFile file,
        CatalogueCache catalogue,
        List<ImportedFile> finished,
        List<ImportedFile> leftOut,
        Action<string, long> report,
        CancellationToken cancellationToken)
    {
        var format = file.Format ?? throw new InvalidOperationException("The file was not recognised.");
        var ledger = new Ledger();
        try
        {
            await using var content = file.Open();
            await using var write = await writer.BeginAsync(listenerId, cancellationToken);
            var fileId = await ImportLedgerStore.BeginAsync(write, jobId, file.Name, format.Kind, cancellationToken);
            await format.ImportAsync(Describe(file, catalogue, ledger, content, report), write, fileId, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();

            var imported = ImportedFile.Of(file.Name, format.Kind, ledger);
            finished.Add(imported);
            if (!ledger.Balances)
            {
                LogUnbalanced(file.Name, imported.AsSum());
                throw new ImportException(
                    $"The account of {file.Name} does not balance, so nothing of it was stored. This is a fault of the dashboard; please report it.",
                    ImportResult.Of([.. finished, .. leftOut]));
            }

            await ImportLedgerStore.FinishAsync(write, fileId, imported, time.GetUtcNow(), cancellationToken);
            await write.CommitAsync(cancellationToken);
            LogImported(file.Name, imported.AsSum());
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            // What was learnt from it was rolled back with it.
            catalogue.Clear();
            leftOut.Add(ImportedFile.Without(file.Name, ImportedFile.Unknown, Reason(exception)));
        }
    }

    private async Task SkipAsync(HistoryFile file, CatalogueCache catalogue, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        if (file.Format is { } format)
        {
            await format.SkipAsync(Describe(file, catalogue, new Ledger(), content, static (_, _) => { }), cancellationToken);
        }
    }

    private FileImport Describe(HistoryFile file, CatalogueCache catalogue, Ledger ledger, Stream content, Action<string, long> report) => new()
    {
        Name = Path.GetFileName(file.Name),
        Content = content,
        Ledger = ledger,
        Occurrences = file.Occurrences,
        Catalogue = catalogue,
        Now = time.GetUtcNow(),
        Report = what => report(what, content.Position),
    };

    /// <summary>Whether the file is to blame, so that the others can go on.</summary>
    private static bool IsOfTheFile(Exception exception) =>
        exception is ImportException { Result: null } or InvalidDataException or UnauthorizedAccessException or FileNotFoundException;

    private static string Reason(Exception exception) => exception switch
    {
        ImportException => exception.Message,
        UnauthorizedAccessException or FileNotFoundException => "it can't be opened",
        _ => "it is damaged: download it from Spotify again",
    };

    [LoggerMessage(LogLevel.Information, "Imported {File}: {Ledger}")]
    private partial void LogImported(string file, string ledger);

    [LoggerMessage(LogLevel.Error, "The account of {File} does not balance: {Ledger}")]
    private partial void LogUnbalanced(string file, string ledger);
}
