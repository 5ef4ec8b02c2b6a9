using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>A record of LRCLIB as it came.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Title of the song; empty where it is not told.</param>
/// <param name="Artist">Name of the artist; empty where it is not told.</param>
/// <param name="Seconds">Length; null while unknown.</param>
/// <param name="IsInstrumental">Whether nothing is sung.</param>
/// <param name="Text">The words; null where there are none, or more than any song has.</param>
internal sealed record LrcLibRecord(long Id, string Title, string Artist, double? Seconds, bool IsInstrumental, string? Text)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It has no number.</exception>
    public static LrcLibRecord Read(JsonElement json)
    {
        var id = json.NumberOf("id") is >= 0 and < long.MaxValue and var number ? (long)number : throw new FormatException("it holds no number 'id'");
        var isInstrumental = json.FlagOf("instrumental") is true;
        return new LrcLibRecord(
            id,
            json.TextOf("trackName") ?? json.TextOf("name") ?? "",
            json.TextOf("artistName") ?? "",
            json.NumberOf("duration") is > 0 and var seconds ? seconds : null,
            isInstrumental,
            isInstrumental ? null : SungText.Tidy(json.TextOf("plainLyrics")) ?? SungText.OfSynced(json.TextOf("syncedLyrics")));
    }

    /// <summary>What it says of the song; null where it neither has words nor says that there are none.</summary>
    public SongWords? ToWords() => IsInstrumental || Text is not null ? new SongWords(Id, Text) : null;
}
