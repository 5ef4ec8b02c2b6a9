using System.Globalization;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>ReccoBeats: records and sounds of the world's tracks, in no order, without those it does not know.</summary>
internal sealed class FakeReccoBeats : FakeServer
{
    private const string RootPath = "/reccobeats/v1";
    private const int MostIds = 40;
    private const int MostSeeds = 5;

    private readonly SpotifyWorld _world;
    private readonly Random _order;
    private readonly Lock _gate = new();
    private DateTimeOffset? _last;

    private FakeReccoBeats(SpotifyWorld world, TimeProvider time, int seed)
        : base(time)
    {
        _world = world;
        _order = new Random(seed);
    }

    public string Url => Root + RootPath;

    /// <summary>What two calls must lie apart; a closer one is answered 429. Zero: no limit.</summary>
    public TimeSpan Spacing { get; set; }

    /// <summary>Whether a Spotify id brings every record of the same ISRC too, as an ISRC does.</summary>
    public bool AddsSiblings { get; set; }

    public static async Task<FakeReccoBeats> StartAsync(SpotifyWorld world, TimeProvider time, CancellationToken cancellationToken, int seed = 1)
    {
        var fake = new FakeReccoBeats(world, time, seed);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>The service's own id of a track.</summary>
    public static Guid IdOf(WorldTrack track) => StableId.Of(track.Id);

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "GET")
        {
            throw new RefusedException("Only GET is listed.");
        }

        ListedHeaders.Check(request);
        if (request.Header("Accept")?.Contains("application/json", StringComparison.Ordinal) != true || string.IsNullOrEmpty(request.Header("User-Agent")))
        {
            throw new RefusedException("Accept: application/json and an own User-Agent are to be sent.");
        }

        return Task.FromResult(Limit(request) ?? (request.Path.StartsWith(RootPath, StringComparison.Ordinal) ? request.Path[RootPath.Length..] : "").Split('/') switch
        {
            ["", "track", "recommendation"] => Recommend(request),
            ["", "track"] => Many(request, Record),
            ["", "audio-features"] => Many(request, Sound),
            ["", "track", "search"] => Search(new Parameters(request.Query, "searchText", "page", "size")),
            ["", "track", var id] => One(request, id, Record),
            ["", "track", var id, "audio-features"] => One(request, id, Sound),
            _ => throw new RefusedException($"Path '{request.Path}' is not listed, or not faked."),
        });
    }

    private static FakeAnswer Error(FakeRequest request, int status, int code) => FakeAnswer.Json(
        new JsonObject
        {
            ["timestamp"] = request.At.ToString("O", CultureInfo.InvariantCulture),
            ["error"] = code,
            ["path"] = request.Path,
            ["errors"] = new JsonArray(),
        },
        status);

    private FakeAnswer? Limit(FakeRequest request)
    {
        lock (_gate)
        {
            if (_last is { } last && request.At - last < Spacing)
            {
                var wait = Math.Ceiling((last + Spacing - request.At).TotalSeconds);
                return Error(request, 429, 4291) with { RetryAfter = wait.ToString(CultureInfo.InvariantCulture) };
            }

            _last = request.At;
            return null;
        }
    }

    private FakeAnswer Many(FakeRequest request, Func<WorldTrack, JsonObject?> show)
    {
        if (request.Query.Keys.FirstOrDefault(name => name != "ids") is { } unlisted)
        {
            throw new RefusedException($"Parameter '{unlisted}' is not listed.");
        }

        var ids = Parameters.Repeated(request.Query, "ids");
        if (ids.Count == 0)
        {
            return Error(request, 400, 4001);
        }

        if (ids.Any(id => id.Length == 0))
        {
            return Error(request, 400, 4002);
        }

        if (ids.Count > MostIds)
        {
            Log.AddViolation($"{request.Path}: {ids.Count} ids, at most {MostIds} are answered.");
            return Error(request, 400, 4004);
        }

        var found = ids.SelectMany(Find).Distinct().Select(show).OfType<JsonNode>().ToArray();
        lock (_gate)
        {
            _order.Shuffle(found);
        }

        return FakeAnswer.Json(new JsonObject { ["content"] = new JsonArray(found) });
    }

    // Every word must stand in the title or with an artist: the service's own ranking is not known.
    private FakeAnswer Search(Parameters parameters)
    {
        var words = parameters.Needed("searchText").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (page, size) = (parameters.Int("page", 0, 1000, 0), parameters.Int("size", 1, 50, 25));
        var found = _world.Tracks.Where(track => !track.IsUnknownToReccoBeats && Array.TrueForAll(words, word => Texts(track).Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return FakeAnswer.Json(new JsonObject
        {
            ["content"] = new JsonArray([.. found.Skip(page * size).Take(size).Select(Record)]),
            ["page"] = page,
            ["size"] = size,
            ["totalElements"] = found.Count,
            ["totalPages"] = (found.Count + size - 1) / size,
        });

        static string Texts(WorldTrack track) => string.Join(' ', track.Artists.Select(artist => artist.Name).Prepend(track.Name));
    }

    // Only the service's own id is taken in a path.
    private FakeAnswer One(FakeRequest request, string id, Func<WorldTrack, JsonObject?> show)
    {
        _ = new Parameters(request.Query);
        var found = Guid.TryParse(id, out var own) ? Find(own.ToString()).Select(show).FirstOrDefault() : null;
        return found is null ? Error(request, 404, 4041) : FakeAnswer.Json(found);
    }

    /// <summary>Tracks that sound like the seeds, nearest first by energy and valence; the seeds and the unwanted are none of them.</summary>
    private FakeAnswer Recommend(FakeRequest request)
    {
        var parameters = new Parameters(request.Query, "size", "seeds", "negativeSeeds");
        var size = parameters.Int("size", 1, 100, 0);
        string[] seeds = parameters.Text("seeds")?.Split(',') ?? [];
        string[] unwanted = parameters.Text("negativeSeeds")?.Split(',') ?? [];
        if (size == 0 || seeds.Length == 0)
        {
            return Error(request, 400, 4001);
        }

        if (seeds.Length > MostSeeds || unwanted.Length > MostSeeds || seeds.Concat(unwanted).Any(static id => id.Length == 0))
        {
            Log.AddViolation($"{request.Path}: {seeds.Length} seeds and {unwanted.Length} negative ones, 1 to {MostSeeds} are taken.");
            return Error(request, 400, 4004);
        }

        List<WorldTrack> given = [.. seeds.SelectMany(Find)];
        HashSet<WorldTrack> left = [.. given, .. unwanted.SelectMany(Find)];
        var (energy, valence) = (given.Average(static track => track.Features?.Energy), given.Average(static track => track.Features?.Valence));
        var near = _world.Tracks.Where(track => !track.IsUnknownToReccoBeats && !left.Contains(track))
            .OrderBy(track => Math.Abs((track.Features?.Energy ?? 0) - (energy ?? 0)) + Math.Abs((track.Features?.Valence ?? 0) - (valence ?? 0)))
            .Take(size);
        return FakeAnswer.Json(new JsonObject { ["content"] = new JsonArray([.. near.Select(static track => (JsonNode)Record(track))]) });
    }

    private IEnumerable<WorldTrack> Find(string id)
    {
        var known = _world.Tracks.Where(track => !track.IsUnknownToReccoBeats).ToList();
        if (Guid.TryParse(id, out var own))
        {
            return known.Where(track => IdOf(track) == own);
        }

        var isrc = AddsSiblings ? known.Find(track => track.Id == id)?.Isrc : null;
        return known.Where(track => track.Id == id || track.Isrc == id || (isrc is not null && track.Isrc == isrc));
    }

    private static JsonObject Record(WorldTrack track) => new()
    {
        ["id"] = IdOf(track).ToString(),
        ["trackTitle"] = track.Name,
        ["artists"] = new JsonArray([.. track.Artists.Select(artist => (JsonNode)new JsonObject
        {
            ["id"] = StableId.Of(artist.Id).ToString(),
            ["name"] = artist.Name,
            ["href"] = $"https://open.spotify.com/artist/{artist.Id}",
        })]),
        ["durationMs"] = track.DurationMs,
        ["isrc"] = track.Isrc,
        ["ean"] = null,
        ["upc"] = null,
        ["href"] = $"https://open.spotify.com/track/{track.Id}",
        ["availableCountries"] = "SE,NO,DK",
        ["popularity"] = track.Popularity,
    };

    private static JsonObject? Sound(WorldTrack track) => track.Features is not { } features ? null : new JsonObject
    {
        ["id"] = IdOf(track).ToString(),
        ["href"] = $"https://open.spotify.com/track/{track.Id}",
        ["isrc"] = track.Isrc,
        ["acousticness"] = features.Acousticness,
        ["danceability"] = features.Danceability,
        ["energy"] = features.Energy,
        ["instrumentalness"] = features.Instrumentalness,
        ["key"] = features.Key,
        ["liveness"] = features.Liveness,
        ["loudness"] = features.Loudness,
        ["mode"] = features.Mode,
        ["speechiness"] = features.Speechiness,
        ["tempo"] = features.Tempo,
        ["valence"] = features.Valence,
    };
}
