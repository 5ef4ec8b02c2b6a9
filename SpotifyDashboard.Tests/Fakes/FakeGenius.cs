using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The search of Genius (contracts, 5.1): metadata and links, never words.</summary>
internal sealed class FakeGenius(TimeProvider time) : FakeServer(time)
{
    public const string AccessToken = "genius-access-token-of-the-test";

    private const int MostPerPage = 20;

    private readonly List<GeniusSong> _songs = [];
    private readonly Lock _gate = new();

    public string Url => Root;

    public static async Task<FakeGenius> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeGenius(time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>Adds a hit; hits come in the order in which they were added, whatever is asked.</summary>
    public void Add(GeniusSong song)
    {
        lock (_gate)
        {
            _songs.Add(song);
        }
    }

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        if (request.Method != "GET")
        {
            throw new RefusedException("Only GET is listed.");
        }

        ListedHeaders.Check(request, "Authorization");
        if (request.Header("Authorization") != $"Bearer {AccessToken}")
        {
            return Task.FromResult(FakeAnswer.Json(
                new JsonObject { ["error"] = "invalid_token", ["error_description"] = "The access token provided is expired, revoked, malformed or invalid for other reasons." }, 401));
        }

        if (request.Path != "/search")
        {
            throw new RefusedException($"Path '{request.Path}' is not listed, or not faked.");
        }

        var parameters = new Parameters(request.Query, "q", "per_page", "page");
        parameters.Needed("q");
        var most = parameters.Int("per_page", 1, MostPerPage, otherwise: 5);
        lock (_gate)
        {
            return Task.FromResult(FakeAnswer.Json(new JsonObject
            {
                ["meta"] = new JsonObject { ["status"] = 200 },
                ["response"] = new JsonObject { ["hits"] = new JsonArray([.. _songs.Take(most).Select(static (song, place) => Shape(song, place))]) },
            }));
        }
    }

    private static JsonObject Shape(GeniusSong song, int place) => new()
    {
        ["index"] = "song",
        ["type"] = "song",
        ["highlights"] = new JsonArray(),
        ["result"] = new JsonObject
        {
            ["id"] = 7_700_001 + place,
            ["title"] = song.Title,
            ["full_title"] = $"{song.Title} by {song.Artist}",
            ["artist_names"] = song.Artist,
            ["primary_artist"] = new JsonObject { ["id"] = 880_001 + place, ["name"] = song.Artist },
            ["url"] = song.Url,
            ["lyrics_state"] = song.State,
            ["instrumental"] = false,
        },
    };
}
