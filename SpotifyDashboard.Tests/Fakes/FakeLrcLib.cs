using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>LRCLIB: records found by names and length as its server does it (contracts, 5.2). One request at a time.</summary>
internal sealed class FakeLrcLib(TimeProvider time) : FakeServer(time)
{
    private const string RootPath = "/api";
    private const int MostFound = 20;
    private const double Tolerance = 2;

    private readonly List<LrcLibSong> _songs = [];
    private readonly Lock _gate = new();
    private int _underWay;

    public string Url => Root + RootPath;

    /// <summary>Requests that reached it while another was still under way.</summary>
    public int AtOnce { get; private set; }

    public static async Task<FakeLrcLib> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeLrcLib(time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>Adds a record.</summary>
    /// <returns>Its number.</returns>
    public long Add(LrcLibSong song)
    {
        lock (_gate)
        {
            var numbered = song with { Id = 4_200_001 + _songs.Count };
            _songs.Add(numbered);
            return numbered.Id;
        }
    }

    protected override async Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        var underWay = Interlocked.Increment(ref _underWay);
        try
        {
            AtOnce = Math.Max(AtOnce, underWay);
            await Task.Yield();
            return Answer(request);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private FakeAnswer Answer(FakeRequest request)
    {
        if (request.Method != "GET")
        {
            throw new RefusedException("Only GET is listed.");
        }

        ListedHeaders.Check(request);
        if (request.Header("User-Agent") is not { Length: > 0 } agent || !agent.Contains('/', StringComparison.Ordinal))
        {
            throw new RefusedException("User-Agent does not say who asks.");
        }

        return request.Path switch
        {
            RootPath + "/get" => Get(new Parameters(request.Query, "track_name", "artist_name", "album_name", "duration")),
            RootPath + "/search" => Search(new Parameters(request.Query, "q", "track_name", "artist_name", "album_name")),
            _ => throw new RefusedException($"Path '{request.Path}' is not listed, or not faked."),
        };
    }

    private FakeAnswer Get(Parameters parameters)
    {
        // A missing parameter never reaches the server's own checks: the framework answers in plain text.
        if (!parameters.Has("track_name") || !parameters.Has("artist_name"))
        {
            return FakeAnswer.Text(400, "Failed to deserialize query string: missing field `track_name`");
        }

        if (parameters.Text("track_name")!.Trim().Length == 0)
        {
            return Error(400, "ValidationError", "track_name: cannot be empty");
        }

        var (title, artist, album) = (Normal(parameters.Needed("track_name")), Normal(parameters.Needed("artist_name")), parameters.Text("album_name"));
        var duration = parameters.Long("duration", 1, 3600);
        lock (_gate)
        {
            var found = _songs.Find(song => Normal(song.Title) == title && Normal(song.Artist) == artist
                && (album is null || Normal(song.Album) == Normal(album))
                && (duration is null || Math.Abs(song.Seconds - duration.Value) <= Tolerance));
            return found is null ? Error(404, "TrackNotFound", "Failed to find specified track") : FakeAnswer.Json(Shape(found));
        }
    }

    private FakeAnswer Search(Parameters parameters)
    {
        var (title, artist) = (Normal(parameters.Needed("track_name")), Normal(parameters.Text("artist_name") ?? ""));
        lock (_gate)
        {
            return FakeAnswer.Json(new JsonArray([.. _songs
                .Where(song => Normal(song.Title).Contains(title, StringComparison.Ordinal) && Normal(song.Artist).Contains(artist, StringComparison.Ordinal))
                .Take(MostFound)
                .Select(Shape)]));
        }
    }

    private static FakeAnswer Error(int status, string name, string message) => FakeAnswer.Json(new JsonObject { ["message"] = message, ["name"] = name, ["statusCode"] = status }, status);

    private static JsonObject Shape(LrcLibSong song) => new()
    {
        ["id"] = song.Id,
        ["name"] = song.Title,
        ["trackName"] = song.Title,
        ["artistName"] = song.Artist,
        ["albumName"] = song.Album,
        ["duration"] = song.Seconds,
        ["instrumental"] = song.IsInstrumental,
        ["plainLyrics"] = song.Plain,
        ["syncedLyrics"] = song.Synced,
    };

    /// <summary>Lower case, no accents, hardly any punctuation, single blanks: the server's own way, written anew here.</summary>
    private static string Normal(string name) => string.Join(' ', new string(
        [
            .. name.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD)
                .Where(static c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                .Select(static c => char.IsLetterOrDigit(c) ? c : ' '),
        ]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
