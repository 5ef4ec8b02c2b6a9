using System.Collections.Concurrent;
using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Asks about several things at once, and learns whether the app may: one refusal is enough, for good (contracts, 2.1 and 2.2).</summary>
internal sealed class SpotifyBatches(SpotifyCaller connection, SpotifyRequests requests, ISpotifyCapabilities capabilities)
{
    /// <summary>Kinds whose first call ever was answered with "too many": some removed endpoints do that.</summary>
    private readonly ConcurrentDictionary<SpotifyKind, ProviderException> _suspects = [];

    /// <summary>Fills <paramref name="bodies"/> as far as it may; returns why not further, or null.</summary>
    /// <exception cref="ProviderException">A failure that has nothing to do with what the app may.</exception>
    public async Task<ProviderException?> FetchAsync(int listenerId, SpotifyKind kind, IReadOnlyList<string> ids, Dictionary<string, string?> bodies, CancellationToken cancellationToken)
    {
        if (_suspects.TryGetValue(kind, out var suspicion))
        {
            return suspicion;
        }

        if (!await capabilities.HasAsync(kind.Capability, cancellationToken))
        {
            return NotOffered(kind, inner: null);
        }

        var isProven = await capabilities.IsProvenAsync(kind.Capability, cancellationToken);
        if (ids.Count == 1 && kind.HasSingles && !isProven)
        {
            // One by one costs the same and can't be refused.
            return NotOffered(kind, inner: null);
        }

        try
        {
            foreach (var part in ids.Chunk(kind.BatchSize))
            {
                var call = requests.Several(kind.Path, part) with { IsProbe = !isProven };
                foreach (var (id, body) in await connection.CallAsync(listenerId, call, json => Match(json, kind, part), cancellationToken))
                {
                    bodies[id] = body;
                }

                if (!isProven)
                {
                    await capabilities.ProveAsync(kind.Capability, cancellationToken);
                    isProven = true;
                }
            }

            return null;
        }
        catch (ProviderException refused) when (IsRefusal(refused))
        {
            await capabilities.SwitchOffAsync(kind.Capability, refused.Message, cancellationToken);
            return NotOffered(kind, refused);
        }
        catch (ProviderException throttled) when (!isProven && throttled is { StatusCode: StatusCodes.Status429TooManyRequests })
        {
            // Throttling would stop single calls too; where those go through, this one is not throttled but gone.
            return _suspects.GetOrAdd(kind, NotOffered(kind, throttled));
        }
    }

    /// <summary>Notes that a single call went through, which settles a suspicion.</summary>
    public async Task NoteSingleAsync(SpotifyKind kind, CancellationToken cancellationToken)
    {
        if (_suspects.TryRemove(kind, out var suspicion))
        {
            await capabilities.SwitchOffAsync(kind.Capability, suspicion.Message, cancellationToken);
        }
    }

    /// <summary>The bodies by the id asked for: by position, as an answer may carry another id; where the numbers differ, by id.</summary>
    private static Dictionary<string, string?> Match(JsonElement json, SpotifyKind kind, string[] asked)
    {
        var entries = json.RequiredList(kind.Member).ToArray();
        if (entries.Length == asked.Length)
        {
            return asked.Zip(entries).ToDictionary(static pair => pair.First, static pair => BodyOf(pair.Second), StringComparer.Ordinal);
        }

        var known = entries.Where(static entry => entry.TextOf("id") is not null).ToLookup(static entry => entry.RequiredText("id"), StringComparer.Ordinal);
        return asked.ToDictionary(static id => id, id => known[id].Select(BodyOf).FirstOrDefault(), StringComparer.Ordinal);
    }

    private static string? BodyOf(JsonElement entry) => entry.ValueKind == JsonValueKind.Object ? entry.GetRawText() : null;

    /// <summary>Whether it is the endpoint that is refused, not the listener or the app's owner.</summary>
    private static bool IsRefusal(ProviderException refused) =>
        refused.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status410Gone
        && refused.Failure is Failure.NotAvailable or Failure.NotFound;

    private static ProviderException NotOffered(SpotifyKind kind, ProviderException? inner) => new(
        SpotifyService.Api,
        Failure.NotAvailable,
        inner?.Message ?? $"Spotify does not offer {kind.Path.Replace('-', ' ')} to this app.",
        inner)
    {
        StatusCode = inner?.StatusCode,
    };
}
