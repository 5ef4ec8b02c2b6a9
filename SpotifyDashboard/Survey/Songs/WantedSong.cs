using System.Text.RegularExpressions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>A favourite song as somebody wrote it.</summary>
/// <param name="Key">What its match is remembered under: folded, so that capitals and accents make no other song.</param>
/// <param name="TrackId">Spotify's id, where they gave a link to Spotify.</param>
/// <param name="Title">The title as written; empty where only a link was given.</param>
/// <param name="Artist">The artist as written; null where none was given.</param>
internal sealed partial record WantedSong(string Key, string? TrackId, string Title, string? Artist)
{
    private const char Separator = '\u001f';

    /// <summary>The song that these answers name; null where they name none.</summary>
    public static WantedSong? Of(string? title, string? artist, string? link)
    {
        if ((TrackIdIn(link) ?? TrackIdIn(title)) is { } id)
        {
            return new WantedSong($"spotify{Separator}{id}", id, title is null || IsLink(title) ? "" : title, artist);
        }

        if (title is null || IsLink(title) || NameFold.Of(title) is not { Length: > 0 } folded)
        {
            return null;
        }

        return new WantedSong($"{(artist is null ? "" : NameFold.Of(artist))}{Separator}{folded}", TrackId: null, title, artist);
    }

    /// <summary>Whether the text is an address and no title.</summary>
    public static bool IsLink(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("spotify:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id in a link to a track of Spotify, or the id itself; null where it is neither.</summary>
    public static string? TrackIdOf(string text) => text.Trim() is { Length: 22 } id && id.All(char.IsAsciiLetterOrDigit) ? id : TrackIdIn(text);

    /// <summary>What may be meant: as written, and where no artist was given, the halves of "title - artist" and "title by artist".</summary>
    public IEnumerable<(string Title, string? Artist)> Readings()
    {
        yield return (Title, Artist);
        if (Artist is null && Halves().Match(Title) is { Success: true } halves)
        {
            yield return (halves.Groups["one"].Value, halves.Groups["two"].Value);
            if (!halves.Groups["by"].Success)
            {
                yield return (halves.Groups["two"].Value, halves.Groups["one"].Value);
            }
        }
    }

    private static string? TrackIdIn(string? text) => text is not null && SpotifyTrackLink().Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"(spotify:track:|open\.spotify\.com/([a-z-]+/)?track/)(?<id>[0-9A-Za-z]{22})(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpotifyTrackLink();

    [GeneratedRegex(@"^(?<one>.{1,200}?)(\s+(?<by>by|von|av|de|par)\s+|\s+[-–—~|]\s+|\s*/\s*)(?<two>.{1,200})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Halves();
}
