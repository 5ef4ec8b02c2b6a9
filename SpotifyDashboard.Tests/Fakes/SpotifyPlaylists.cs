using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Playlists: made by <c>POST /me/playlists</c>, filled by <c>POST</c> and <c>PUT /playlists/{id}/items</c>, a hundred URIs at most.</summary>
internal sealed class SpotifyPlaylists
{
    private const int MostUris = 100;

    private readonly Lock _gate = new();
    private readonly List<WorldPlaylist> _made = [];

    /// <summary>Every playlist, in the order in which they were made.</summary>
    public IReadOnlyList<WorldPlaylist> Made
    {
        get
        {
            lock (_gate)
            {
                return [.. _made];
            }
        }
    }

    /// <summary>Whether a call concerns playlists.</summary>
    public static bool Concerns(SpotifyCall call) => call.Segments is ["me", "playlists"] or ["playlists", _, "items"];

    public FakeAnswer Answer(SpotifyCall call)
    {
        call.Parameters();
        return (call.Request.Method, call.Segments) switch
        {
            ("POST", ["me", "playlists"]) => Make(call, Body(call, "name", "public", "collaborative", "description")),
            ("POST", [_, var id, _]) => Fill(call, id, Body(call, "uris", "position"), replaces: false),
            ("PUT", [_, var id, _]) => Fill(call, id, Body(call, "uris"), replaces: true),
            _ => throw new RefusedException($"{call.Request.Method} of playlists is not faked."),
        };
    }

    private FakeAnswer Make(SpotifyCall call, JsonElement body)
    {
        var name = body.GetProperty("name").GetString();
        if (string.IsNullOrEmpty(name))
        {
            return SpotifyCall.Error(400, "Missing required field: name");
        }

        var isPublic = !body.TryGetProperty("public", out var told) || told.GetBoolean();
        if (call.Lacks(ScopeFor(isPublic)) is { } lacking)
        {
            return lacking;
        }

        lock (_gate)
        {
            var id = StableId.Of($"playlist {_made.Count}").ToString("N")[..22];
            var made = new WorldPlaylist(id, call.User, name, isPublic) { Description = body.TryGetProperty("description", out var words) ? words.GetString() : null };
            _made.Add(made);
            return FakeAnswer.Json(Show(made, call.ApiUrl), 201);
        }
    }

    private FakeAnswer Fill(SpotifyCall call, string id, JsonElement body, bool replaces)
    {
        string[] uris = [.. body.GetProperty("uris").EnumerateArray().Select(static uri => uri.GetString() ?? "")];
        if (uris.Length is 0 or > MostUris)
        {
            throw new RefusedException($"{uris.Length} URIs, 1 to {MostUris} are allowed.");
        }

        foreach (var uri in uris)
        {
            Parameters.SpotifyId(uri.StartsWith("spotify:track:", StringComparison.Ordinal) ? uri["spotify:track:".Length..] : throw new RefusedException($"'{uri}' is no track."));
        }

        lock (_gate)
        {
            if (_made.Find(made => made.Id == id) is not { } playlist)
            {
                return SpotifyCall.Error(404, "Resource not found");
            }

            if (call.Lacks(ScopeFor(playlist.IsPublic)) is { } lacking)
            {
                return lacking;
            }

            if (playlist.Owner != call.User)
            {
                return SpotifyCall.Error(403, "Forbidden");
            }

            playlist.Uris = replaces ? uris : [.. playlist.Uris, .. uris];
            return FakeAnswer.Json(new JsonObject { ["snapshot_id"] = string.Create(CultureInfo.InvariantCulture, $"snapshot{playlist.Uris.Count}") }, replaces ? 200 : 201);
        }
    }

    private static string ScopeFor(bool isPublic) => isPublic ? SpotifyScopes.ModifyPublic : SpotifyScopes.ModifyPrivate;

    private static JsonElement Body(SpotifyCall call, params string[] known)
    {
        if (call.Request.Header("Content-Type")?.Split(';')[0] != "application/json")
        {
            throw new RefusedException($"Content-Type is '{call.Request.Header("Content-Type")}', not JSON.");
        }

        var body = JsonDocument.Parse(call.Request.Body).RootElement;
        return body.EnumerateObject().Select(static member => member.Name).FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new RefusedException($"Member '{unknown}' is not listed.")
            : body;
    }

    private static JsonObject Show(WorldPlaylist playlist, string apiUrl) => new()
    {
        ["id"] = playlist.Id,
        ["type"] = "playlist",
        ["name"] = playlist.Name,
        ["description"] = playlist.Description,
        ["public"] = playlist.IsPublic,
        ["collaborative"] = false,
        ["uri"] = $"spotify:playlist:{playlist.Id}",
        ["href"] = $"{apiUrl}/playlists/{playlist.Id}",
        ["external_urls"] = new JsonObject { ["spotify"] = $"https://open.spotify.com/playlist/{playlist.Id}" },
        ["snapshot_id"] = "snapshot0",
        ["images"] = new JsonArray(),
    };
}
