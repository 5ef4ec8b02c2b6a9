using System.Globalization;
using System.Text;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>Tracks of a map as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets look for).</summary>
internal static class SelectionCsv
{
    // A cell that begins like this is run as a formula by spreadsheets; an apostrophe makes it text (OWASP, "CSV injection").
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes the given rows with title, artist, mood, id and features in their own units.</summary>
    public static byte[] Write(MoodPicture picture, IReadOnlyList<int> rows)
    {
        var map = picture.Map;
        var csv = new StringBuilder();
        csv.AppendJoin(',', ["track_id", "title", "artist", "mood", .. map.Features.Select(Features.KeyOf)]).Append("\r\n");
        foreach (var row in rows)
        {
            csv.AppendJoin(',', [Text(map.TrackAt(row).PublicId), Text(picture.Title(row)), Text(map.ArtistAt(row)), Text(map.Moods[map.Labels[row]].Name)]);
            foreach (var value in map.ValuesOf(row))
            {
                csv.Append(',').Append(value.ToString("R", CultureInfo.InvariantCulture));
            }

            csv.Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Text(string text)
    {
        var safe = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
