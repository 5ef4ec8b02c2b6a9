using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Streams the rows of a track file: Exportify's, or any CSV with a column of Spotify track ids.</summary>
internal sealed class TrackCsvReader
{
    private const int LongestRecord = 1 << 20;

    /// <summary>Rows seen so far without the header, by the reader's own count.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Reads from beginning to end.</summary>
    public async IAsyncEnumerable<CsvTrack> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = CsvReader.Create(stream, Settings(), leaveOpen: true);
        await rows.ReadHeaderAsync(cancellationToken);
        var columns = new CsvColumns(rows.Headers);
        while (true)
        {
            var (more, broken) = await NextAsync(rows, cancellationToken);
            if (!more && broken is null)
            {
                yield break;
            }

            RowsRead++;
            if (broken is not null)
            {
                yield return CsvTrack.Malformed(broken);
                yield break;
            }

            yield return Understand(rows, columns);
        }
    }

    /// <summary>Headers of the first line; empty where there are none.</summary>
    public static IReadOnlyList<string> Headers(ReadOnlyMemory<byte> head)
    {
        try
        {
            using var rows = CsvReader.Create(head, Settings());
            return [.. rows.Headers];
        }
        catch (CsvFormatException)
        {
            // No CSV: then it has no headers.
            return [];
        }
    }

    private static CsvReaderOptions Settings() => new()
    {
        FormatProvider = CultureInfo.InvariantCulture,
        MaxRecordSize = LongestRecord,
        PoolStrings = true,
    };

    private static async Task<(bool More, string? Broken)> NextAsync(CsvReader rows, CancellationToken cancellationToken)
    {
        try
        {
            return (await rows.ReadAsync(cancellationToken), null);
        }
        catch (CsvFormatException)
        {
            return (false, "the row is longer than a megabyte, or the file ends in the middle");
        }
    }

    private static CsvTrack Understand(CsvReader record, CsvColumns columns)
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
            FirstArtist(Cell(record, columns.Artist), Cell(record, columns.ArtistIds)),
            Cell(record, columns.Album) is { Length: > 0 } album ? album : null);
        return RowRules.ProblemOfText(Encoding.UTF8.GetBytes(names.Title + names.Artist + names.Album)) is { } tooLong
            ? CsvTrack.Malformed(tooLong)
            : new CsvTrack { Track = names, Features = features, Isrc = Cell(record, columns.Isrc) is { Length: 12 } isrc ? isrc.ToUpperInvariant() : null };
    }

    private static string Cell(CsvReader record, int? column) => column is { } place ? record.GetString(place).Trim().Replace('\0', '\uFFFD') : "";

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
}
