using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>The Web API: who calls, whether they may, and what they get.</summary>
internal sealed class SpotifyApi(SpotifyApp app, SpotifyWorld world, SpotifyTokens tokens, SpotifyQuota quota, TimeProvider time)
{
    private readonly SpotifyCatalogue _catalogue = new(world, app);

    /// <summary>The playlists that were made.</summary>
    public SpotifyPlaylists Playlists { get; } = new();

    /// <param name="path">Below the API's root, beginning with a slash.</param>
    /// <param name="apiUrl">The root, for links.</param>
    public FakeAnswer Answer(FakeRequest request, string path, string apiUrl)
    {
        if (quota.Admit(request.At) is { } tooMany)
        {
            return tooMany;
        }

        var writes = request.Method is "POST" or "PUT" && (path == "/me/playlists" || path.StartsWith("/playlists/", StringComparison.Ordinal));
        if (!writes && (request.Method != "GET" || request.Body.Length > 0))
        {
            throw new RefusedException("Only GET without a body is listed, but for playlists.");
        }

        ListedHeaders.Check(request, writes ? ["Authorization", "Content-Type", "Content-Length"] : ["Authorization"]);
        var refusal = Authenticate(request, out var token);
        if (token is null)
        {
            return refusal ?? SpotifyCall.Error(401, "Invalid access token");
        }

        var call = new SpotifyCall(request, path, apiUrl, token, app.Mode);
        return (Bar(token) ?? (SpotifyPlaylists.Concerns(call) ? Playlists.Answer(call) : path.StartsWith("/me", StringComparison.Ordinal) ? Mine(call) : Anybody(call))) with { Listener = token.User?.Id };
    }

    private FakeAnswer? Authenticate(FakeRequest request, out AccessToken? token)
    {
        const string Scheme = "Bearer ";
        token = null;
        if (request.Header("Authorization") is not { } header)
        {
            return SpotifyCall.Error(401, "No token provided");
        }

        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new RefusedException("Authorization is not 'Bearer …'.");
        }

        var found = tokens.FindAccess(header[Scheme.Length..]);
        if (found is null)
        {
            return SpotifyCall.Error(401, "Invalid access token");
        }

        if (found.ExpiresAt <= time.GetUtcNow())
        {
            return SpotifyCall.Error(401, "The access token expired");
        }

        token = found;
        return null;
    }

    private FakeAnswer? Bar(AccessToken token)
    {
        if (app.Mode == SpotifyMode.Extended)
        {
            return null;
        }

        return !app.OwnerHasPremium
            ? FakeAnswer.Text(403, "Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.")
            : token.User is { IsAllowListed: false } ? FakeAnswer.Text(403, "User not registered in the Developer Dashboard")
            : null;
    }

    private FakeAnswer Mine(SpotifyCall call)
    {
        if (call.Token.User is null)
        {
            return SpotifyCall.Error(403, "Insufficient client scope");
        }

        return call.Segments switch
        {
            ["me"] => SpotifyLibrary.Me(call),
            ["me", "top", "tracks" or "artists"] => SpotifyLibrary.Top(call, world, call.Segments[2]),
            ["me", "tracks"] => SpotifyLibrary.SavedTracks(call, world),
            ["me", "player", "recently-played"] => SpotifyHistory.Answer(call, world),
            ["me", "player", "currently-playing"] => Playing(call),
            ["me", "library", "contains"] => Contains(call),
            _ => throw new RefusedException($"Path '{call.Path}' is not listed, or not faked."),
        };
    }

    private FakeAnswer Anybody(SpotifyCall call) => call.Segments is ["search"]
        ? SpotifySearch.Answer(call, world)
        : _catalogue.Answer(call) ?? throw new RefusedException($"Path '{call.Path}' is not listed, or not faked.");

    // Nobody plays anything at this very moment.
    private static FakeAnswer Playing(SpotifyCall call)
    {
        var parameters = call.Parameters("market", "additional_types");
        parameters.Market();
        return call.Lacks(SpotifyScopes.CurrentlyPlaying) ?? FakeAnswer.Empty(204);
    }

    private FakeAnswer Contains(SpotifyCall call)
    {
        var uris = call.Parameters("uris").Needed("uris").Split(',');
        if (uris.Length > 40)
        {
            throw new RefusedException($"{uris.Length} URIs, at most 40 are allowed.");
        }

        var saved = world.SavedBy(call.User).Select(item => item.Track.Uri).ToHashSet(StringComparer.Ordinal);
        return call.Lacks(SpotifyScopes.Library) ?? FakeAnswer.Json(new JsonArray([.. uris.Select(uri => (JsonNode)saved.Contains(uri))]));
    }
}
