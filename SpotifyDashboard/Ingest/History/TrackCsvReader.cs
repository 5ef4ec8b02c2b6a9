using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Streams the rows of a track file: Exportify's, or any CSV with a column of Spotify track ids.</summary>
internal sealed class TrackCsvReader
{
    private const int LongestField = 1 << 20;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Rows seen so far without the header, by the reader's own count.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Reads from beginning to end.</summary>
    public async IAsyncEnumerable<CsvTrack> ReadAsync(Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        using var rows = new CsvParser(text, Settings());
        CsvColumns? columns = null;
        while (true)
        {
            var (more, broken) = await NextAsync(rows);
            cancellationToken.ThrowIfCancellationRequested();
            if (broken is not null)
            {
                RowsRead++;
                yield return CsvTrack.Malformed(broken);
                yield break;
            }

            if (!more || rows.Record is not { } record)
            {
                yield break;
            }

            if (columns is null)
            {
                columns = new CsvColumns(record);
                continue;
            }

            RowsRead++;
            yield return Understand(record, columns);
        }
    }

    /// <summary>Headers of the first line; empty where there are none.</summary>
    public static IReadOnlyList<string> Headers(ReadOnlyMemory<byte> head)
    {
        using var rows = new CsvParser(new StringReader(Encoding.UTF8.GetString(head.Span)), Settings());
        try
        {
            return rows.Read() ? rows.Record ?? [] : [];
        }
        catch (CsvHelperException)
        {
            // No CSV: then it has no headers.
            return [];
        }
    }

    private static CsvConfiguration Settings() => new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        MaxFieldSize = LongestField,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
    };

    private static async Task<(bool More, string? Broken)> NextAsync(CsvParser rows)
    {
        try
        {
            return (await rows.ReadAsync(), null);
        }
        catch (CsvHelperException)
        {
            return (false, "a field is longer than a megabyte");
        }
    }

    private CsvTrack Understand(string[] record, CsvColumns columns)
    {
        var told = Cell(record, columns.Id);
        if (told.Length == 0)
        {
            return CsvTrack.NotMusic("row without a Spotify track id");
        }

        if (told.StartsWith("spotify:local:", StringComparison.Ordinal))
        {
            return CsvTrack.NotMusic("local file, unknown to Spotify");
        }

        if (SpotifyUri.FindTrackId(told) is not { } id)
        {
            return told.Contains("episode", StringComparison.Ordinal)
                ? CsvTrack.NotMusic("podcast episode")
                : CsvTrack.Malformed("the track id can't be read");
        }

        var features = new double?[columns.Features.Count];
        for (var i = 0; i < features.Length; i++)
        {
            var value = Cell(record, columns.Features[i]);
            if (value.Length == 0)
            {
                continue;
            }

            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return CsvTrack.Malformed("an audio feature is no number");
            }

            features[i] = number;
        }

        var names = new RowTrack(
            id,
            Cell(record, columns.Title),
            Shared(FirstArtist(Cell(record, columns.Artist), Cell(record, columns.ArtistIds))),
            Cell(record, columns.Album) is { Length: > 0 } album ? Shared(album) : null);
        return RowRules.ProblemOfText(Encoding.UTF8.GetBytes(names.Title + names.Artist + names.Album)) is { } tooLong
            ? CsvTrack.Malformed(tooLong)
            : new CsvTrack { Track = names, Features = features, Isrc = Cell(record, columns.Isrc) is { Length: 12 } isrc ? isrc.ToUpperInvariant() : null };
    }

    private static string Cell(string[] record, int? column) => column is { } place && place < record.Length ? record[place].Trim().Replace('\0', '\uFFFD') : "";

    /// <summary>The first of several artists. A comma may belong to a name ("Tyler, The Creator"), so it divides only where the ids say how many there are.</summary>
    private static string FirstArtist(string names, string ids)
    {
        if (names.Contains(';', StringComparison.Ordinal))
        {
            return names.Split(';')[0].Trim();
        }

        var parts = names.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && ids.Split((char[])[',', ';']).Length == parts.Length ? parts[0] : names;
    }

    private string Shared(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names[name] = known = name;
        }

        return known;
    }
}
