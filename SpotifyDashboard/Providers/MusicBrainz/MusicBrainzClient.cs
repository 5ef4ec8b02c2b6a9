using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.MusicBrainz;

/// <summary>MusicBrainz, asked for an artist's genres by the artist's page at Spotify, never by name (contracts, 8.3). One call a second.</summary>
public sealed class MusicBrainzClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "musicbrainz";

    private readonly ServiceCaller _caller;
    private readonly IAnswerCache _cache;
    private readonly string _address;

    internal MusicBrainzClient(ServiceCaller caller, IAnswerCache cache, IOptions<MusicBrainzOptions> options)
    {
        _caller = caller;
        _cache = cache;
        _address = options.Value.Url;
    }

    /// <summary>The genres of the artist with this id at Spotify; null where MusicBrainz does not know that page.</summary>
    /// <exception cref="ProviderException">MusicBrainz failed.</exception>
    public async Task<MusicBrainzGenres?> GetGenresAsync(string spotifyArtistId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spotifyArtistId);
        if (!SpotifyIds.IsId(spotifyArtistId))
        {
            return null;
        }

        var answers = await _cache.GetAsync($"{Service}/genres", [spotifyArtistId], FetchAsync, cancellationToken);
        if (answers.Answers.TryGetValue(spotifyArtistId, out var answer))
        {
            return answer.Body is { } body ? Json.Read(body, ReadArtist) : null;
        }

        throw answers.Stopped ?? new ProviderException(Service, Failure.Retry, "MusicBrainz was not asked.");
    }

    private async Task<FetchedAnswers> FetchAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var bodies = new Dictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            foreach (var id in ids)
            {
                bodies.Add(id, await FetchOneAsync(id, cancellationToken));
            }

            return new FetchedAnswers(bodies, Stopped: null);
        }
        catch (ProviderException stopped)
        {
            return new FetchedAnswers(bodies, stopped);
        }
    }

    private async Task<string?> FetchOneAsync(string spotifyArtistId, CancellationToken cancellationToken)
    {
        var page = Uri.EscapeDataString($"https://open.spotify.com/artist/{spotifyArtistId}");
        try
        {
            var artist = await _caller.CallAsync(Call("/url", $"url?resource={page}&inc=artist-rels&fmt=json"), ReadArtistOfPage, cancellationToken);
            return artist is null
                ? null
                : await _caller.CallAsync(Call("/artist/{mbid}", $"artist/{artist}?inc=genres+tags+url-rels&fmt=json"), static json => json.GetRawText(), cancellationToken);
        }
        catch (ProviderException unknown) when (unknown.Failure == Failure.NotFound)
        {
            return null;
        }
    }

    private ServiceCall Call(string endpoint, string relative) => new(endpoint, ServiceAddress.Under(_address, relative));

    /// <summary>The artist whose page it is; null where it is nobody's.</summary>
    private static Guid? ReadArtistOfPage(JsonElement json) =>
        json.ObjectsOf("relations")
            .Where(static relation => relation.FlagOf("ended") != true)
            .Select(static relation => relation.Member("artist")?.TextOf("id"))
            .Select(static id => Guid.TryParse(id, out var artist) ? artist : (Guid?)null)
            .FirstOrDefault(static artist => artist is not null);

    private static MusicBrainzGenres? ReadArtist(JsonElement json) =>
        Guid.TryParse(json.TextOf("id"), out var artist)
            ? new MusicBrainzGenres(
                artist,
                [.. json.ObjectsOf("genres")
                    .OrderByDescending(static genre => genre.IntegerOf("count") ?? 0)
                    .Select(static genre => genre.TextOf("name"))
                    .OfType<string>()
                    .Where(static name => name.Length > 0)])
            : null;
}
