using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Spotify's Web API (contracts, section 2). Every call takes a share of the <see cref="ICallBudget"/> and throws <see cref="ProviderException"/> where it fails.</summary>
public sealed class SpotifyClient
{
    private readonly SpotifyCaller _connection;
    private readonly SpotifyRequests _requests;
    private readonly SpotifyCatalogue _catalogue;

    internal SpotifyClient(SpotifyCaller connection, SpotifyRequests requests, SpotifyCatalogue catalogue)
    {
        _connection = connection;
        _requests = requests;
        _catalogue = catalogue;
    }

    /// <summary>Whose account an access token opens; for a login, before the account is known.</summary>
    public Task<SpotifyProfile> GetProfileAsync(string accessToken, CancellationToken cancellationToken) =>
        _connection.CallAsync(accessToken, _requests.Profile(), SpotifyReading.Profile, cancellationToken);

    /// <summary>The last plays, at most fifty, newest first as Spotify gives them.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="after">Only plays that ended after this moment (UTC); null for all that Spotify keeps.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<IReadOnlyList<SpotifyPlay>> GetRecentlyPlayedAsync(int listenerId, DateTimeOffset? after, CancellationToken cancellationToken) =>
        _connection.CallAsync(listenerId, _requests.RecentlyPlayed(after), static json => Items(json, SpotifyReading.Play), cancellationToken);

    /// <summary>The first fifty of the listener's top tracks, best first.</summary>
    public Task<IReadOnlyList<SpotifyTrack>> GetTopTracksAsync(int listenerId, SpotifyTimeRange range, CancellationToken cancellationToken) =>
        _connection.CallAsync(listenerId, _requests.Top("tracks", range), static json => Items(json, SpotifyReading.Track), cancellationToken);

    /// <summary>The first fifty of the listener's top artists, best first.</summary>
    public Task<IReadOnlyList<SpotifyArtist>> GetTopArtistsAsync(int listenerId, SpotifyTimeRange range, CancellationToken cancellationToken) =>
        _connection.CallAsync(listenerId, _requests.Top("artists", range), static json => Items(json, SpotifyReading.Artist), cancellationToken);

    /// <summary>One page of fifty saved tracks, newest first.</summary>
    public Task<SpotifyPage<SpotifySavedTrack>> GetSavedTracksAsync(int listenerId, int offset, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return _connection.CallAsync(
            listenerId,
            _requests.Saved(offset),
            static json => new SpotifyPage<SpotifySavedTrack>(Items(json, SpotifyReading.SavedTrack), json.IntegerOf("total"), json.Member("next") is not null),
            cancellationToken);
    }

    /// <summary>Tracks by id, keyed by the id asked for; ids that Spotify does not know are absent. One call for up to fifty where the app may, else one call each.</summary>
    /// <remarks>Stops early, with what it has, where the budget ends: the caller sees which ids are absent from both lists.</remarks>
    public Task<SpotifyLookup<SpotifyTrack>> GetTracksAsync(int listenerId, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        _catalogue.FindAsync(listenerId, SpotifyCatalogue.Tracks, ids, SpotifyReading.Track, cancellationToken);

    /// <summary>Artists by id, like <see cref="GetTracksAsync"/>.</summary>
    public Task<SpotifyLookup<SpotifyArtist>> GetArtistsAsync(int listenerId, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        _catalogue.FindAsync(listenerId, SpotifyCatalogue.Artists, ids, SpotifyReading.Artist, cancellationToken);

    /// <summary>Audio features by track id, up to a hundred; only where <see cref="SpotifyCapability.AudioFeatures"/> is there.</summary>
    public Task<SpotifyLookup<SpotifyFeatures>> GetAudioFeaturesAsync(int listenerId, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        _catalogue.FindAsync(listenerId, SpotifyCatalogue.AudioFeatures, ids, SpotifyReading.AudioFeatures, cancellationToken);

    /// <summary>What the entries of a page are; those that are null or make no sense are left out.</summary>
    private static IReadOnlyList<T> Items<T>(JsonElement json, Func<JsonElement, T?> read)
        where T : class =>
        [.. json.RequiredList("items").Where(static item => item.ValueKind == JsonValueKind.Object).Select(read).OfType<T>()];
}
