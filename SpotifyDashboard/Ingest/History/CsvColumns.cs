using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Finds the columns of a track file by their headers, tolerantly: case, spaces and punctuation do not matter.</summary>
internal sealed class CsvColumns
{
    private static readonly string[] s_ids = ["trackuri", "spotifytrackuri", "spotifyuri", "spotifytrackid", "spotifyid", "trackid", "uri", "id"];
    private static readonly string[] s_titles = ["trackname", "title", "songname", "song", "name", "track"];
    private static readonly string[] s_artists = ["artistnames", "artistname", "trackartist", "artists", "artist"];
    private static readonly string[] s_albums = ["albumname", "trackalbumname", "album"];
    private static readonly string[] s_durations = ["durationms", "trackdurationms", "duration"];

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public CsvColumns(IReadOnlyList<string> headers)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            _places.TryAdd(Plain(headers[i]), i);
        }

        Id = Find(s_ids);
        Title = Find(s_titles);
        Artist = Find(s_artists);
        ArtistIds = Find(["artisturis", "artistids"]);
        Album = Find(s_albums);
        Isrc = Find(["isrc"]);
        Features = [.. Listening.Features.Thirteen.Select(feature =>
            feature == Feature.DurationMs ? Find(s_durations) : Find([Plain(Listening.Features.KeyOf(feature))]))];
    }

    /// <summary>Column of the Spotify id, address or link; null where there is none.</summary>
    public int? Id { get; }

    public int? Title { get; }

    public int? Artist { get; }

    /// <summary>Column that lists the artists' ids: tells how many artists the names hold.</summary>
    public int? ArtistIds { get; }

    public int? Album { get; }

    public int? Isrc { get; }

    /// <summary>Columns in the order of <see cref="Feature"/>.</summary>
    public IReadOnlyList<int?> Features { get; }

    private int? Find(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_places.TryGetValue(name, out var place))
            {
                return place;
            }
        }

        return null;
    }

    private static string Plain(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
