using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Spotify's Web API (contracts, section 2). Every call takes a share of the <see cref="ICallBudget"/> and throws <see cref="ProviderException"/> where it fails.</summary>
public sealed class SpotifyClient
{
    /// <summary>How many tracks one call may put into a playlist.</summary>
    public const int MostPlaylistItems = 100;

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
    public Task<SpotifyProfile> GetProfileAsync(string accessToken, CancellationToken cancellationToken) => GetProfileAsync(accessToken, listenerId: null, cancellationToken);

    /// <summary>Whose account an access token opens, asked as the app of a listener who brought their own.</summary>
    /// <param name="accessToken">The token.</param>
    /// <param name="listenerId">Whose app it was given to; null for the installation's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SpotifyProfile> GetProfileAsync(string accessToken, int? listenerId, CancellationToken cancellationToken) =>
        _connection.CallAsync(accessToken, SpotifyCaller.For(listenerId, _requests.Profile()), SpotifyReading.Profile, cancellationToken);

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

    /// <summary>Makes an empty private playlist; needs <see cref="SpotifyAccounts.PlaylistScope"/>.</summary>
    /// <remarks>Never repeated by itself: where no answer came (<see cref="Failure.Retry"/>), it may have been made all the same.</remarks>
    /// <param name="listenerId">Whose.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What stands under the name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SpotifyPlaylist> CreatePlaylistAsync(int listenerId, string name, string description, CancellationToken cancellationToken) =>
        _connection.CallAsync(
            listenerId,
            _requests.CreatePlaylist(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = name, ["description"] = description, ["public"] = false })),
            SpotifyReading.Playlist,
            cancellationToken);

    /// <summary>Adds tracks at the end of a playlist, or puts them in the place of all that is in it; needs <see cref="SpotifyAccounts.PlaylistScope"/>.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="playlistId">Spotify's id of the playlist.</param>
    /// <param name="trackIds">At most <see cref="MostPlaylistItems"/> of Spotify's track ids.</param>
    /// <param name="replaces">Whether they take the place of all others. Only then is the call repeated where its answer got lost: adding twice would double them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task PutPlaylistItemsAsync(int listenerId, string playlistId, IReadOnlyList<string> trackIds, bool replaces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trackIds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trackIds.Count, MostPlaylistItems, nameof(trackIds));
        var body = JsonSerializer.Serialize(new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal) { ["uris"] = trackIds.Select(static id => $"spotify:track:{id}") });
        return _connection.CallAsync(listenerId, _requests.PlaylistItems(playlistId, body, replaces), static json => json.TextOf("snapshot_id") ?? "", cancellationToken);
    }

    /// <summary>Up to ten tracks of this title, by this artist where one is given; none where Spotify finds none.</summary>
    public async Task<IReadOnlyList<SpotifyTrack>> SearchTracksAsync(int listenerId, string title, string? artist, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(title);
        try
        {
            return await _connection.CallAsync(
                listenerId,
                _requests.Search(title, artist),
                static json => json.Member("tracks") is { } tracks ? Items(tracks, SpotifyReading.Track) : throw new FormatException("it holds no tracks"),
                cancellationToken);
        }
        catch (ProviderException unknown) when (unknown.StatusCode == StatusCodes.Status404NotFound)
        {
            return [];
        }
    }

    /// <summary>What the entries of a page are; those that are null or make no sense are left out.</summary>
    private static IReadOnlyList<T> Items<T>(JsonElement json, Func<JsonElement, T?> read)
        where T : class =>
        [.. json.RequiredList("items").Where(static item => item.ValueKind == JsonValueKind.Object).Select(read).OfType<T>()];
}
