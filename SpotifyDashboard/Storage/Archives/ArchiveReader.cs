using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Reads an archive, and believes nothing that its sums do not bear out.</summary>
internal sealed class ArchiveReader : IDisposable
{
    private const string Damaged = "The backup is damaged or cut short, so nothing of it was restored; take another.";

    private readonly ZipArchive _zip;

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public ArchiveManifest Manifest { get; }

    /// <summary>Opens a file and reads its manifest.</summary>
    /// <exception cref="ArchiveException">It is no backup of the dashboard, damaged, or of a later version.</exception>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static async Task<ArchiveReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read);
            return new ArchiveReader(zip, await ManifestAsync(zip, cancellationToken));
        }
        catch (InvalidDataException exception)
        {
            throw new ArchiveException($"{path} is no backup of the dashboard, or it was cut short.", exception);
        }
        catch
        {
            if (zip is not null)
            {
                await zip.DisposeAsync();
            }

            throw;
        }
        finally
        {
            if (zip is null)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>Hands every row of a table to <paramref name="take"/>, then compares count and sum with the manifest.</summary>
    /// <param name="table">A table of the manifest.</param>
    /// <param name="take">Takes the values of a row; they are overwritten by the next.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArchiveException">The rows are not what the manifest says.</exception>
    public async Task ReadAsync(ArchiveTable table, Action<object?[]> take, CancellationToken cancellationToken)
    {
        var values = new object?[table.Columns.Count];
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        try
        {
            var rows = _zip.GetEntry(ArchiveTable.EntryOf(table.Name)) ?? throw new InvalidDataException("An entry is missing.");
            await using var entry = await rows.OpenAsync(cancellationToken);
            var lines = new LineReader(entry);
            while (await lines.ReadAsync(cancellationToken) is { } line)
            {
                sum.AppendData(line.Span);
                if (!RowText.TryRead(line.Span, values))
                {
                    throw new InvalidDataException("A row has another number of values.");
                }

                take(values);
                count++;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or FormatException)
        {
            throw new ArchiveException(Damaged, exception);
        }

        if (count != table.Rows || Convert.ToHexStringLower(sum.GetHashAndReset()) != table.Sha256)
        {
            throw new ArchiveException(Damaged);
        }
    }

    /// <summary>Reads everything and compares it with the sums of the manifest.</summary>
    /// <exception cref="ArchiveException">It is damaged.</exception>
    public async Task CheckAsync(Action<ArchiveProgress> report, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var table in Manifest.Tables)
        {
            report(new ArchiveProgress($"Checking {ArchiveWriter.Words(table.Name)}", done, Manifest.Rows));
            await ReadAsync(table, static _ => { }, cancellationToken);
            done += table.Rows;
        }
    }

    public void Dispose() => _zip.Dispose();

    private static async Task<ArchiveManifest> ManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(ArchiveManifest.EntryName) is not { } entry)
        {
            throw new InvalidDataException("There is no manifest.");
        }

        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync<ArchiveManifest>(content, ArchiveWriter.Json, cancellationToken);
            return manifest switch
            {
                { Form: > ArchiveManifest.CurrentForm } => throw new ArchiveException("The backup was made by a later version of the dashboard; restore it with that version."),
                { Form: ArchiveManifest.CurrentForm, Migrations: not null, Tables: not null } => manifest,
                _ => throw new InvalidDataException("The manifest says nothing."),
            };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The manifest can't be read.", exception);
        }
    }
}
