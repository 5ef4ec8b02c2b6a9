using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>ReccoBeats, which tells audio features without a key (contracts, section 4). One call at a time, a second apart.</summary>
public sealed class ReccoBeatsClient
{
    /// <summary>Its name in logs and on the status page.</summary>
    public const string Service = "reccobeats";

    /// <summary>How many ids one call may carry.</summary>
    public const int MostIds = 40;

    private const int SearchSize = 25;
    private const int LongestSearch = 150;

    /// <summary>How many tracks recommendations may start from.</summary>
    public const int MostSeeds = 5;

    private readonly ServiceCaller _caller;
    private readonly IAnswerCache _cache;
    private readonly string _address;

    internal ReccoBeatsClient(ServiceCaller caller, IAnswerCache cache, IOptions<ReccoBeatsOptions> options)
    {
        _caller = caller;
        _cache = cache;
        _address = options.Value.Url;
    }

    /// <summary>Audio features by Spotify's track id.</summary>
    /// <param name="ids">At most <see cref="MostIds"/> of Spotify's track ids.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProviderException">ReccoBeats failed, and not all of it was kept from an earlier time.</exception>
    public Task<ReccoBeatsLookup<ReccoBeatsFeatures>> GetFeaturesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        FindAsync("audio-features", ids, ReadFeatures, cancellationToken);

    /// <summary>Length, ISRC, popularity and artists by Spotify's track id.</summary>
    /// <param name="ids">At most <see cref="MostIds"/> of Spotify's track ids.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProviderException">As for <see cref="GetFeaturesAsync"/>.</exception>
    public Task<ReccoBeatsLookup<ReccoBeatsTrack>> GetTracksAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        FindAsync("track", ids, ReadTrack, cancellationToken);

    /// <summary>Tracks by words of their title or artists, best first as ReccoBeats ranks them; those without an id at Spotify are left out.</summary>
    /// <param name="text">The words; cut where they are longer than any title.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProviderException">ReccoBeats failed.</exception>
    public Task<IReadOnlyList<(string TrackId, ReccoBeatsTrack Track)>> SearchTracksAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Length > LongestSearch ? text[..LongestSearch] : text;
        var call = new ServiceCall("/track/search", ServiceAddress.Under(_address, $"track/search?searchText={Uri.EscapeDataString(words)}&page=0&size={SearchSize}"));
        return _caller.CallAsync<IReadOnlyList<(string, ReccoBeatsTrack)>>(
            call,
            static json => [.. json.RequiredList("content").Select(static entry => (Id: IdIn(entry.TextOf("href")), Track: ReadTrack(entry))).Where(static hit => hit.Id is not null).Select(static hit => (hit.Id ?? "", hit.Track))],
            cancellationToken);
    }

    /// <summary>Tracks like some others, best first as ReccoBeats gives them; always asked anew, never kept.</summary>
    /// <param name="seeds">1 to <see cref="MostSeeds"/> of Spotify's track ids to start from.</param>
    /// <param name="negativeSeeds">At most so many of what it should not be like.</param>
    /// <param name="size">How many are wanted, 1 to 100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Each track once; those that ReccoBeats tells no Spotify id or title of are left out.</returns>
    /// <exception cref="ProviderException">ReccoBeats failed.</exception>
    public Task<IReadOnlyList<ReccoBeatsSuggestion>> GetRecommendationsAsync(
        IReadOnlyList<string> seeds, IReadOnlyList<string> negativeSeeds, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(negativeSeeds);
        if (seeds.Count is 0 or > MostSeeds || negativeSeeds.Count > MostSeeds || !seeds.Concat(negativeSeeds).All(SpotifyIds.IsId))
        {
            throw new ArgumentException($"Tracks to start from are 1 to {MostSeeds} of Spotify's ids.", nameof(seeds));
        }

        var not = negativeSeeds.Count == 0 ? "" : $"&negativeSeeds={string.Join(',', negativeSeeds)}";
        var query = string.Create(CultureInfo.InvariantCulture, $"track/recommendation?size={size}&seeds={string.Join(',', seeds)}{not}");
        return _caller.CallAsync(new ServiceCall("/track/recommendation", ServiceAddress.Under(_address, query)), ReadSuggestions, cancellationToken);
    }

    private static IReadOnlyList<ReccoBeatsSuggestion> ReadSuggestions(JsonElement json) =>
    [
        .. json.RequiredList("content")
            .Select(static entry => IdIn(entry.TextOf("href")) is { } id && entry.TextOf("trackTitle") is { Length: > 0 } ? new ReccoBeatsSuggestion(id, ReadTrack(entry)) : null)
            .OfType<ReccoBeatsSuggestion>()
            .DistinctBy(static suggestion => suggestion.SpotifyId, StringComparer.Ordinal),
    ];

    private async Task<ReccoBeatsLookup<T>> FindAsync<T>(string path, IReadOnlyList<string> ids, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count > MostIds)
        {
            throw new ArgumentException($"One call carries {MostIds} ids at most, not {ids.Count}.", nameof(ids));
        }

        var asked = ids.Distinct(StringComparer.Ordinal).ToLookup(SpotifyIds.IsId);
        List<string> possible = [.. asked[true]];
        var answers = await _cache.GetAsync($"{Service}/{path}", possible, (missing, token) => FetchAsync(path, missing, token), cancellationToken);
        if (answers.Stopped is { } stopped && possible.Exists(id => !answers.Answers.ContainsKey(id)))
        {
            throw stopped;
        }

        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (id, answer) in answers.Answers)
        {
            if (answer.Body is { } body && Json.Read(body, read) is { } one)
            {
                found.Add(id, one);
            }
        }

        return new ReccoBeatsLookup<T>(found, [.. asked[false], .. possible.Where(id => !found.ContainsKey(id))]) { StaleSince = answers.StaleSince() };
    }

    private async Task<FetchedAnswers> FetchAsync(string path, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var call = new ServiceCall($"/{path}", ServiceAddress.Under(_address, $"{path}?ids={string.Join(',', ids)}"));
        try
        {
            return new FetchedAnswers(await _caller.CallAsync(call, json => Match(json, ids), cancellationToken), Stopped: null);
        }
        catch (ProviderException stopped)
        {
            return new FetchedAnswers(new Dictionary<string, string?>(StringComparer.Ordinal), stopped);
        }
    }

    /// <summary>The bodies by the id asked for: exactly, by the last part of <c>href</c>. Order and number of the entries say nothing.</summary>
    private static Dictionary<string, string?> Match(JsonElement json, IReadOnlyList<string> asked)
    {
        var bodies = asked.ToDictionary(static id => id, static _ => (string?)null, StringComparer.Ordinal);
        foreach (var entry in json.RequiredList("content"))
        {
            if (IdIn(entry.TextOf("href")) is { } id && bodies.TryGetValue(id, out var known) && known is null)
            {
                bodies[id] = entry.GetRawText();
            }
        }

        return bodies;
    }

    private static ReccoBeatsFeatures? ReadFeatures(JsonElement json)
    {
        var values = new Dictionary<Feature, double>();
        foreach (var feature in Features.Thirteen)
        {
            if (json.NumberOf(Features.KeyOf(feature)) is { } value)
            {
                values.Add(feature, value);
            }
        }

        return values.Count == 0 ? null : new ReccoBeatsFeatures(values);
    }

    private static ReccoBeatsTrack ReadTrack(JsonElement json) => new(
        json.TextOf("trackTitle"),
        [.. json.ObjectsOf("artists").Where(static artist => artist.TextOf("name") is not null).Select(static artist => new ReccoBeatsArtist(IdIn(artist.TextOf("href")), artist.RequiredText("name")))],
        json.IntegerOf("durationMs") is { } duration and > 0 ? duration : null,
        json.TextOf("isrc")?.Trim().ToUpperInvariant() is { Length: > 0 } isrc ? isrc : null,
        json.IntegerOf("popularity") is { } popularity and >= 0 and <= 100 ? popularity : null);

    private static string? IdIn(string? href) =>
        href?.Split('?')[0].TrimEnd('/').Split('/')[^1] is { } last && SpotifyIds.IsId(last) ? last : null;
}
