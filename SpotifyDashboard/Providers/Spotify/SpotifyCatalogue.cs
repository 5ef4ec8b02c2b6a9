using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Looks things up by id: kept answers first, then several at once where the app may, else one by one.</summary>
internal sealed class SpotifyCatalogue(SpotifyCaller connection, SpotifyRequests requests, ISpotifyCapabilities capabilities, IAnswerCache cache)
{
    public static readonly SpotifyKind Tracks = new("tracks", "tracks", 50, SpotifyCapability.BatchGet, HasSingles: true);
    public static readonly SpotifyKind Artists = new("artists", "artists", 50, SpotifyCapability.BatchGet, HasSingles: true);
    public static readonly SpotifyKind AudioFeatures = new("audio-features", "audio_features", 100, SpotifyCapability.AudioFeatures, HasSingles: false);

    private readonly SpotifyBatches _batches = new(connection, requests, capabilities);

    /// <summary>What Spotify knows of <paramref name="ids"/>.</summary>
    public async Task<SpotifyLookup<T>> FindAsync<T>(int listenerId, SpotifyKind kind, IReadOnlyList<string> ids, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.Distinct(StringComparer.Ordinal).ToLookup(SpotifyIds.IsId);
        var answers = await cache.GetAsync(
            $"{SpotifyService.Api}/{kind.Path}",
            [.. asked[true]],
            (missing, token) => FetchAsync(listenerId, kind, missing, token),
            cancellationToken);

        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        List<string> unknown = [.. asked[false]];
        foreach (var (id, answer) in answers.Answers)
        {
            if (answer.Body is { } body && Json.Read(body, read) is { } one)
            {
                found.Add(id, one);
            }
            else
            {
                unknown.Add(id);
            }
        }

        return new SpotifyLookup<T>(found, unknown, answers.Stopped) { StaleSince = answers.StaleSince() };
    }

    private async Task<FetchedAnswers> FetchAsync(int listenerId, SpotifyKind kind, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var bodies = new Dictionary<string, string?>(StringComparer.Ordinal);
        try
        {
            var refusal = await _batches.FetchAsync(listenerId, kind, ids, bodies, cancellationToken);
            if (refusal is not null && !kind.HasSingles)
            {
                return new FetchedAnswers(bodies, refusal);
            }

            foreach (var id in ids.Where(id => !bodies.ContainsKey(id)))
            {
                bodies.Add(id, await FetchOneAsync(listenerId, kind, id, cancellationToken));
                await _batches.NoteSingleAsync(kind, cancellationToken);
            }

            return new FetchedAnswers(bodies, Stopped: null);
        }
        catch (ProviderException stopped)
        {
            return new FetchedAnswers(bodies, stopped);
        }
    }

    private async Task<string?> FetchOneAsync(int listenerId, SpotifyKind kind, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.CallAsync(listenerId, requests.One(kind.Path, id), static json => json.GetRawText(), cancellationToken);
        }
        catch (ProviderException unknown) when (unknown.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status410Gone or StatusCodes.Status400BadRequest)
        {
            return null;
        }
    }
}
