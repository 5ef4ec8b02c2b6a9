using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary><c>GET /search</c>, with the filters <c>track: artist: album: isrc:</c>; every word must occur.</summary>
internal static partial class SpotifySearch
{
    private static readonly string[] s_types = ["track", "artist", "album"];

    public static FakeAnswer Answer(SpotifyCall call, SpotifyWorld world)
    {
        var parameters = call.Parameters("q", "type", "limit", "offset", "market");
        parameters.Market();
        var wanted = Conditions(parameters.Needed("q"));
        var types = parameters.Needed("type").Split(',');
        if (types.FirstOrDefault(type => !s_types.Contains(type, StringComparer.Ordinal)) is { } unknown)
        {
            throw new RefusedException($"Type '{unknown}' is not faked.");
        }

        var limit = parameters.Int("limit", 0, 50, call.IsExtended ? 20 : 5);
        var offset = parameters.Int("offset", 0, 1000, 0);
        if (!call.IsExtended && limit > 10)
        {
            // Allowed until February 2026: the error a client learns from, not a violation.
            return SpotifyCall.Error(400, "Invalid limit");
        }

        var shapes = new SpotifyShapes(call.ApiUrl, call.IsExtended);
        var body = new JsonObject();
        foreach (var type in types)
        {
            body[$"{type}s"] = type switch
            {
                "track" => call.Page(Fitting(world.Tracks.Where(track => !track.HasVanished), wanted, Texts), offset, limit, track => shapes.Track(track)),
                "artist" => call.Page(Fitting(world.Artists, wanted, artist => [("artist", artist.Name)]), offset, limit, shapes.Artist),
                _ => call.Page(Fitting(world.Albums, wanted, album => [("album", album.Name), ("artist", album.Artist.Name)]), offset, limit, shapes.SimplifiedAlbum),
            };
        }

        return FakeAnswer.Json(body);
    }

    private static IEnumerable<(string Field, string Text)> Texts(WorldTrack track) =>
    [
        ("track", track.Name), ("album", track.Album.Name), ("isrc", track.Isrc ?? ""), .. track.Artists.Select(artist => ("artist", artist.Name)),
    ];

    private static List<(string Field, string Text)> Conditions(string query) =>
    [
        .. Condition().Matches(query).Select(match => (
            match.Groups["field"].Value,
            match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value.Trim())),
    ];

    private static List<T> Fitting<T>(IEnumerable<T> all, List<(string Field, string Text)> wanted, Func<T, IEnumerable<(string Field, string Text)>> texts) =>
        [.. all.Where(item => wanted.TrueForAll(condition => texts(item).Any(text =>
            (condition.Field.Length == 0 || condition.Field == text.Field) && text.Text.Contains(condition.Text, StringComparison.OrdinalIgnoreCase))))];

    // A filter reaches to the next filter: track:Glass Harbour artist:"Nordlys Kollektiv".
    [GeneratedRegex(
        "(?:(?<field>track|artist|album|isrc|year|genre|upc):)?\\s*(?:\"(?<quoted>[^\"]*)\"|(?<plain>(?:(?!\\b(?:track|artist|album|isrc|year|genre|upc):)[^\"])+))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition();
}
