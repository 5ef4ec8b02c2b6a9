using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>What tells whether two tracks are one recording.</summary>
internal sealed partial record NamedTrack(int Number, string? SpotifyId, string Names, bool HasAlbum, long? Length, string? Isrc)
{
    /// <summary>Spotify's id, else the number with a word before it.</summary>
    public string Id => SpotifyId ?? string.Create(CultureInfo.InvariantCulture, $"name:{Number}");

    public static NamedTrack Read(DbDataReader row) => new(
        row.GetInt32(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        SameWhenSpelt(row.GetString(2)) + '\n' + SameWhenSpelt(row.GetString(3)),
        !row.IsDBNull(4),
        row.IsDBNull(5) ? null : row.GetInt64(5),
        row.IsDBNull(6) ? null : row.GetString(6));

    /// <summary>Unicode compatibility composition, lower case, collapsed white space.</summary>
    private static string SameWhenSpelt(string name) => WhiteSpace().Replace(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
