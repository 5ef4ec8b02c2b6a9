using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Lyrics;

/// <summary>Genius, asked for the page of a song (contracts, 5.1). It gives no words, and its pages are never read.</summary>
internal sealed class GeniusClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "genius";

    private const int HitsAsked = 10;
    private const string CompleteWords = "complete";

    /// <summary>Genius publishes translations under artists of its own: "Genius Traducciones al Español", "Genius English Translations".</summary>
    private const string TranslatorPrefix = "genius ";

    private readonly ServiceCaller _caller;
    private readonly GeniusOptions _options;

    internal GeniusClient(ServiceCaller caller, IOptions<GeniusOptions> options)
    {
        _caller = caller;
        _options = options.Value;
    }

    /// <summary>Whether there is a token to ask with.</summary>
    public bool IsSetUp => _options.AccessToken.Length > 0;

    /// <summary>The page of a song for people; null where Genius has none that is surely this song's.</summary>
    /// <exception cref="ProviderException">Genius failed.</exception>
    /// <exception cref="InvalidOperationException">There is no token.</exception>
    public async Task<Uri?> FindPageAsync(SongQuestion song, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(song);
        if (!IsSetUp)
        {
            throw new InvalidOperationException("Genius:AccessToken is not set.");
        }

        var title = SongNames.WithoutAdditions(song.Title);
        var call = new ServiceCall("/search", ServiceAddress.Under(_options.Url, $"search?q={Uri.EscapeDataString($"{title} {song.Artist}")}&per_page={HitsAsked}"))
        {
            Authorization = $"Bearer {_options.AccessToken}",
            Secrets = [_options.AccessToken],
        };
        return await _caller.CallAsync(call, json => ReadPage(json, song), cancellationToken);
    }

    private static Uri? ReadPage(JsonElement json, SongQuestion song) =>
        (json.Member("response") ?? throw new FormatException("it holds no 'response'"))
            .RequiredList("hits")
            .Select(static hit => hit.Member("result"))
            .OfType<JsonElement>()
            .Where(result => IsOf(song, result))
            .Select(static result => PageOf(result.TextOf("url")))
            .FirstOrDefault(static page => page is not null);

    private static bool IsOf(SongQuestion song, JsonElement result)
    {
        var artist = result.Member("primary_artist")?.TextOf("name") ?? result.TextOf("artist_names") ?? "";
        return result.TextOf("lyrics_state") == CompleteWords
            && !artist.StartsWith(TranslatorPrefix, StringComparison.OrdinalIgnoreCase)
            && SongNames.Key(artist) == SongNames.Key(song.Artist)
            && SongNames.AreOneSong(result.TextOf("title") ?? "", song.Title);
    }

    /// <summary>A link that may be shown: what a service tells is not clicked unless it leads to where it says.</summary>
    private static Uri? PageOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0
            && (page.Host == "genius.com" || page.Host.EndsWith(".genius.com", StringComparison.Ordinal))
            ? page
            : null;
}
