using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>MusicBrainz: which artist a Spotify address belongs to, and that artist's genres. One request a second.</summary>
internal sealed partial class FakeMusicBrainz : FakeServer
{
    private const string RootPath = "/ws/2";
    private const string SpotifyArtist = "https://open.spotify.com/artist/";

    private static readonly TimeSpan s_spacing = TimeSpan.FromSeconds(1);

    private readonly SpotifyWorld _world;
    private readonly Lock _gate = new();
    private DateTimeOffset? _last;

    private FakeMusicBrainz(SpotifyWorld world, TimeProvider time)
        : base(time) => _world = world;

    public string Url => Root + RootPath;

    public static async Task<FakeMusicBrainz> StartAsync(SpotifyWorld world, TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeMusicBrainz(world, time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "GET")
        {
            throw new RefusedException("Only GET is listed.");
        }

        ListedHeaders.Check(request);
        if (!Meaningful().IsMatch(request.Header("User-Agent") ?? ""))
        {
            throw new RefusedException($"User-Agent '{request.Header("User-Agent")}' does not say 'app/1.0 (contact)'.");
        }

        return Task.FromResult(IsTooSoon(request.At)
            ? Error(503, "Your requests are exceeding the allowable rate limit.")
            : (request.Path.StartsWith(RootPath, StringComparison.Ordinal) ? request.Path[RootPath.Length..] : "").Split('/') switch
            {
                ["", "url"] => Address(new Parameters(request.Query, "resource", "inc", "fmt")),
                ["", "artist", var id] => Artist(id, new Parameters(request.Query, "inc", "fmt")),
                _ => throw new RefusedException($"Path '{request.Path}' is not listed, or not faked."),
            });
    }

    private static FakeAnswer Error(int status, string message) => FakeAnswer.Json(
        new JsonObject { ["error"] = message, ["help"] = "For usage, please see: https://musicbrainz.org/development/mmd" }, status);

    private static FakeAnswer NotFound() => Error(404, "Not Found");

    private static string[] Included(Parameters parameters, params string[] listed)
    {
        if (parameters.Needed("fmt") != "json")
        {
            throw new RefusedException("fmt is not 'json'.");
        }

        var included = parameters.Needed("inc").Split(' '); // a plus sign in a query is a blank
        return included.FirstOrDefault(name => !listed.Contains(name, StringComparer.Ordinal)) is { } unlisted
            ? throw new RefusedException($"inc '{unlisted}' is not listed.")
            : included;
    }

    private bool IsTooSoon(DateTimeOffset at)
    {
        lock (_gate)
        {
            var isTooSoon = _last is { } last && at - last < s_spacing;
            _last = at;
            return isTooSoon;
        }
    }

    private FakeAnswer Address(Parameters parameters)
    {
        Included(parameters, "artist-rels");
        var resource = parameters.Needed("resource");
        if (!resource.StartsWith(SpotifyArtist, StringComparison.Ordinal))
        {
            throw new RefusedException($"Resource '{resource}' is not the address of a Spotify artist.");
        }

        var artist = _world.Artists.FirstOrDefault(artist => artist.Id == Parameters.SpotifyId(resource[SpotifyArtist.Length..]));
        return artist?.MusicBrainzId is not { } id ? NotFound() : FakeAnswer.Json(new JsonObject
        {
            ["id"] = StableId.Of(resource).ToString(),
            ["resource"] = resource,
            ["relations"] = new JsonArray(new JsonObject
            {
                ["type"] = "free streaming",
                ["target-type"] = "artist",
                ["direction"] = "backward",
                ["ended"] = false,
                ["artist"] = new JsonObject { ["id"] = id.ToString(), ["name"] = artist.Name, ["sort-name"] = artist.Name, ["disambiguation"] = "" },
            }),
        });
    }

    private FakeAnswer Artist(string mbid, Parameters parameters)
    {
        var included = Included(parameters, "genres", "tags", "url-rels");
        if (!Guid.TryParseExact(mbid, "D", out var id))
        {
            throw new RefusedException($"'{mbid}' is no MusicBrainz id.");
        }

        if (_world.Artists.FirstOrDefault(artist => artist.MusicBrainzId == id) is not { } artist)
        {
            return NotFound();
        }

        var shape = new JsonObject { ["id"] = mbid, ["name"] = artist.Name, ["sort-name"] = artist.Name, ["type"] = "Group" };
        foreach (var part in included)
        {
            shape[part == "url-rels" ? "relations" : part] = part switch
            {
                "url-rels" => new JsonArray(new JsonObject
                {
                    ["type"] = "free streaming",
                    ["target-type"] = "url",
                    ["url"] = new JsonObject { ["id"] = StableId.Of(artist.Id).ToString(), ["resource"] = SpotifyArtist + artist.Id },
                }),
                "genres" => new JsonArray([.. artist.MusicBrainzGenres.Select(genre => Named(genre, withId: true))]),
                _ => new JsonArray([.. artist.MusicBrainzGenres.Select(genre => Named(genre, withId: false)), Named(("seen live", 1), withId: false)]),
            };
        }

        return FakeAnswer.Json(shape);
    }

    private static JsonObject Named((string Name, int Count) genre, bool withId)
    {
        var shape = new JsonObject { ["name"] = genre.Name, ["count"] = genre.Count };
        if (withId)
        {
            shape["id"] = StableId.Of(genre.Name).ToString();
        }

        return shape;
    }

    [GeneratedRegex(@"^\S+/\S+ \(\S.*\)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Meaningful();
}
