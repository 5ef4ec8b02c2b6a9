using System.Security.Cryptography;
using System.Text;
using SpotifyDashboard.Survey.Columns;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Takes a CSV or TSV with answers and keeps it as the survey of whoever uploads it.</summary>
public sealed class SurveyImport
{
    /// <summary>Bytes of the largest file that is read; a hundred thousand answers have some ten million.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    private readonly SurveyOwners _owners;
    private readonly SurveyStore _store;

    internal SurveyImport(SurveyOwners owners, SurveyStore store)
    {
        _owners = owners;
        _store = store;
    }

    /// <summary>Reads and stores a file; from then on it is the survey that is shown, until the owner puts it aside.</summary>
    /// <param name="listenerId">Who uploads it; an own listener is made, as by an import, where there is only the demo's.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is stored then.</param>
    /// <returns>The account, which balances.</returns>
    /// <exception cref="InvalidDataException">It is no table, or too large; the message says so in a sentence.</exception>
    public async Task<SurveyImportResult> ImportAsync(int listenerId, string fileName, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(content);
        var text = TextDecoding.Decode(await ReadAsync(content, cancellationToken));
        SurveyTable table;
        try
        {
            table = DelimitedText.Read(TitleOf(fileName), text);
        }
        catch (SurveyException unreadable)
        {
            throw new InvalidDataException(unreadable.Message, unreadable);
        }

        var owner = await _owners.GetOrCreateAsync(listenerId, cancellationToken);
        var ledger = await _store.StoreAsync(new SurveyDelivery(owner, SurveySource.Upload, KeyOf(table), table, NextReadAt: null), cancellationToken);
        var mapping = await MappingAsync(owner, table, cancellationToken);
        return new SurveyImportResult(
            table.Title,
            ledger.Read,
            ledger.Taken,
            ledger.Empty,
            ledger.Malformed,
            ledger.Reasons,
            ledger.Unreadable,
            [.. mapping.Columns.Select(static column => new SurveyImportColumn(column.Header, column.Field is { } field ? SurveyFields.KeyOf(field) : null, column.Remark))],
            ledger.Balances);
    }

    private async Task<ColumnMapping> MappingAsync(int owner, SurveyTable table, CancellationToken cancellationToken)
    {
        var stored = await _store.FindAsync(owner, SurveySource.Upload, cancellationToken);
        return ColumnMatcher.Match(table.Headers, stored is null ? [] : SurveyJson.Read<Dictionary<string, string>>(stored.Choices));
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MostBytes)
            {
                throw new InvalidDataException($"The file is larger than {MostBytes / 1024 / 1024} MB; a survey of that size can't be read.");
            }

            await whole.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        return whole.ToArray();
    }

    /// <summary>Two files with the same columns are two exports of one form: an edited row keeps its respondent.</summary>
    private static string KeyOf(SurveyTable table) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', table.Headers))));

    private static string TitleOf(string fileName)
    {
        var name = CellText.Clean(Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]));
        return name.Length == 0 ? "Uploaded survey" : name;
    }
}
