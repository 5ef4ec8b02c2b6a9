using System.Globalization;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>The calls to the Web API that the dashboard makes: path, query, budget. Nothing else is ever sent.</summary>
/// <param name="address">The Web API's address.</param>
internal sealed class SpotifyRequests(string address)
{
    /// <summary>Entries per page of what is paged.</summary>
    public const int PageSize = 50;

    /// <summary>Tracks that one search gives at most (contracts, 2.10).</summary>
    private const int MostFound = 10;

    private const int LongestWord = 100;

    public ServiceCall Profile() => Call("/me", "me", "me", CallPriority.Login);

    public ServiceCall RecentlyPlayed(DateTimeOffset? after) => Call(
        "/me/player/recently-played",
        string.Create(CultureInfo.InvariantCulture, $"me/player/recently-played?limit={PageSize}{(after is { } moment ? $"&after={moment.ToUnixTimeMilliseconds()}" : "")}"),
        "recently-played",
        CallPriority.Poll);

    public ServiceCall Top(string kind, SpotifyTimeRange range) => Call(
        $"/me/top/{kind}",
        string.Create(CultureInfo.InvariantCulture, $"me/top/{kind}?time_range={NameOf(range)}&limit={PageSize}"),
        "top",
        CallPriority.Top);

    public ServiceCall Saved(int offset) => Call(
        "/me/tracks",
        string.Create(CultureInfo.InvariantCulture, $"me/tracks?limit={PageSize}&offset={offset}"),
        "saved",
        CallPriority.Saved);

    /// <summary>One track or artist.</summary>
    /// <param name="kind"><c>tracks</c> or <c>artists</c>.</param>
    /// <param name="id">Spotify's id.</param>
    public ServiceCall One(string kind, string id) => Call($"/{kind}/{{id}}", $"{kind}/{Uri.EscapeDataString(id)}", kind, CallPriority.Metadata);

    /// <summary>Several at once; for apps that may.</summary>
    /// <param name="kind"><c>tracks</c>, <c>artists</c> or <c>audio-features</c>.</param>
    /// <param name="ids">Spotify's ids.</param>
    public ServiceCall Several(string kind, IEnumerable<string> ids) =>
        Call($"/{kind}", $"{kind}?ids={string.Join(',', ids.Select(Uri.EscapeDataString))}", $"{kind}-batch", CallPriority.Metadata);

    /// <summary>Makes an empty playlist; never repeated where it may have been made.</summary>
    /// <param name="body">The playlist (JSON).</param>
    public ServiceCall CreatePlaylist(string body) => Call("/me/playlists", "me/playlists", "playlists", CallPriority.Saved) with { Json = body, IsOnce = true };

    /// <summary>Adds tracks at a playlist's end, or puts them in the place of all that is in it.</summary>
    /// <param name="playlistId">Spotify's id.</param>
    /// <param name="body">The tracks (JSON).</param>
    /// <param name="replaces">Whether they take the place of all others.</param>
    public ServiceCall PlaylistItems(string playlistId, string body, bool replaces) =>
        Call("/playlists/{id}/items", $"playlists/{Uri.EscapeDataString(playlistId)}/items", "playlists", CallPriority.Saved) with { Json = body, Replaces = replaces, IsOnce = !replaces };

    /// <summary>Tracks by title and artist; each is cut to what the search takes.</summary>
    public ServiceCall Search(string title, string? artist)
    {
        var query = artist is null ? $"track:{Word(title)}" : $"track:{Word(title)} artist:{Word(artist)}";
        return Call("/search", $"search?q={Uri.EscapeDataString(query)}&type=track&limit={MostFound}", "search", CallPriority.Metadata);
    }

    /// <summary>A text as a condition of a search: quotation marks and colons would begin another.</summary>
    private static string Word(string text) => (text.Length > LongestWord ? text[..LongestWord] : text).Replace('"', ' ').Replace(':', ' ').Trim();

    private ServiceCall Call(string endpoint, string relative, string group, CallPriority priority) =>
        new(endpoint, ServiceAddress.Under(address, relative)) { Budget = new BudgetedCall(group, priority) };

    private static string NameOf(SpotifyTimeRange range) => range switch
    {
        SpotifyTimeRange.ShortTerm => "short_term",
        SpotifyTimeRange.MediumTerm => "medium_term",
        SpotifyTimeRange.LongTerm => "long_term",
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, "There are three ranges."),
    };
}
