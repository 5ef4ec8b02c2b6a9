using System.Globalization;
using System.Threading.Channels;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>A format whose rows are plays. One task reads, another writes, so that both cores of a small machine are used.</summary>
internal abstract class HistoryFormat : IImportFormat
{
    // Portions of a few hundred rows: enough to even out the two sides, too few to fill the memory.
    private const int PortionsAhead = 8;

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <summary>Who says what the rows say.</summary>
    protected abstract Source Source { get; }

    /// <summary>Whether equal rows of one archive may be real repeats.</summary>
    protected virtual bool CountsOccurrences => false;

    /// <inheritdoc/>
    public abstract bool Recognizes(FileHead head);

    /// <summary>A reader for one file.</summary>
    public abstract IHistoryReader CreateReader(RowRules rules);

    /// <inheritdoc/>
    public async Task ImportAsync(FileImport file, WriteTransaction write, int fileId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(write);
        var reader = CreateReader(RowRules.At(file.Now));
        using var catalogue = new Catalogue(write, file.Catalogue, fileId);
        using var writer = await SightingWriter.CreateAsync(
            write, catalogue, Source, fileId, file.Ledger, CountsOccurrences ? file.Occurrences : null, cancellationToken);
        var rows = 0L;
        await foreach (var portion in ReadAheadAsync(reader, file.Content, cancellationToken))
        {
            if (portion.Any(row => row.Kind is RowKind.Play or RowKind.LibraryTrack))
            {
                await write.EndDemoAsync(cancellationToken);
            }

            for (var i = 0; i < portion.Count; i++)
            {
                writer.Write(portion[i]);
            }

            rows += portion.Count;
            file.Report(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows read"));
        }

        writer.Complete();
        file.Ledger.Read = reader.RowsRead;
        var renamed = catalogue.StoreNames();
        await using var deriver = await PlayDeriver.CreateAsync(write, writer.FirstNewId, writer.AtHand, file.Ledger, cancellationToken);
        await deriver.DeriveAsync(
            writer.Touched,
            renamed,
            writer.Edited,
            seen => file.Report(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows read, {seen:N0} compared")),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SkipAsync(FileImport file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!CountsOccurrences)
        {
            return;
        }

        // Rows of one minute may stand at the end of one file and the beginning of the next.
        var reader = CreateReader(RowRules.At(file.Now));
        await foreach (var portion in reader.ReadAsync(file.Content, cancellationToken))
        {
            foreach (var row in portion)
            {
                if (row is { Kind: RowKind.Play, Track: { } track })
                {
                    file.Occurrences.Next(NameKey.Of(track.Artist, track.Title), row.EndedAt, row.MsPlayed);
                }
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<HistoryRow>> ReadAheadAsync(
        IHistoryReader reader, Stream content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<IReadOnlyList<HistoryRow>>(
            new BoundedChannelOptions(PortionsAhead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(reader, content, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var portion in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return portion;
            }
        }
        finally
        {
            // Also when the writing side gave up: the content must not be closed under the reader.
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Reads into the channel; whatever goes wrong reaches the other side through it.</summary>
    private static async Task FillAsync(
        IHistoryReader reader, Stream content, ChannelWriter<IReadOnlyList<HistoryRow>> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var portion in reader.ReadAsync(content, cancellationToken))
            {
                await writer.WriteAsync(portion, cancellationToken);
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }
}
