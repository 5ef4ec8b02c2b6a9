namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Spotify's accounts service and Web API on one free port, each under a path of its own.</summary>
/// <remarks>
/// <code>
/// await using var spotify = await FakeSpotify.StartAsync(world, time);
/// Spotify:AccountsUrl = spotify.AccountsUrl; Spotify:ApiUrl = spotify.ApiUrl; Spotify:ClientId = spotify.App.ClientId
/// </code>
/// </remarks>
internal sealed class FakeSpotify : FakeServer
{
    private const string AccountsPath = "/accounts";
    private const string ApiPath = "/spotify/v1";

    private readonly SpotifyConsentPage _consent;
    private readonly SpotifyTokenEndpoint _tokenEndpoint;
    private readonly SpotifyApi _api;

    private FakeSpotify(SpotifyWorld world, TimeProvider time)
        : base(time)
    {
        World = world;
        Quota = new SpotifyQuota(App);
        Tokens = new SpotifyTokens(App, time);
        _consent = new SpotifyConsentPage(App, world, Tokens, time);
        _tokenEndpoint = new SpotifyTokenEndpoint(App, Tokens, time);
        _api = new SpotifyApi(App, world, Tokens, Quota, time);
    }

    public SpotifyWorld World { get; }

    public SpotifyApp App { get; } = new();

    public SpotifyTokens Tokens { get; }

    public SpotifyQuota Quota { get; }

    /// <summary>The playlists that were made.</summary>
    public IReadOnlyList<WorldPlaylist> Playlists => _api.Playlists.Made;

    public string AccountsUrl => Root + AccountsPath;

    public string ApiUrl => Root + ApiPath;

    public static async Task<FakeSpotify> StartAsync(SpotifyWorld world, TimeProvider time, CancellationToken cancellationToken)
    {
        var fake = new FakeSpotify(world, time);
        await fake.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>A refresh token as an earlier login would have left it, with every scope.</summary>
    /// <param name="isPublic">False: given to a client with a secret.</param>
    public string GiveRefreshToken(WorldUser user, DateTimeOffset? authorizedAt = null, bool isPublic = true) =>
        Tokens.IssueRefresh(user, SpotifyScopes.All, authorizedAt ?? Time.GetUtcNow(), isPublic).Value;

    /// <summary>An access token for direct calls, with every scope.</summary>
    public string GiveAccessToken(WorldUser user) => Tokens.IssueAccess(user, SpotifyScopes.All).Value;

    protected override Task<FakeAnswer> AnswerAsync(FakeRequest request, CancellationToken cancellationToken) => Task.FromResult(
        Below(request.Path, ApiPath) is { } path ? _api.Answer(request, path, ApiUrl)
        : Below(request.Path, AccountsPath) switch
        {
            "/authorize" => _consent.Answer(request),
            "/api/token" => _tokenEndpoint.Answer(request),
            _ when request.Path == "/favicon.ico" => FakeAnswer.Empty(404), // what a browser asks for by itself when it shows a page
            _ => throw new RefusedException($"Path '{request.Path}' is not listed."),
        });

    protected override void Spoilt(FakeRequest request)
    {
        if (Below(request.Path, ApiPath) is not null)
        {
            Quota.Count(request.At);
        }
    }

    private static string? Below(string path, string root) =>
        path.StartsWith(root + "/", StringComparison.Ordinal) ? path[root.Length..] : null;
}
