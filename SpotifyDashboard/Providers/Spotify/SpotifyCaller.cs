using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Makes calls with a listener's access token and has it replaced once where Spotify no longer takes it.</summary>
internal sealed class SpotifyCaller(ServiceCaller caller, Func<IAccessTokens> tokens)
{
    /// <summary>Makes a call on behalf of a listener.</summary>
    public async Task<T> CallAsync<T>(int listenerId, ServiceCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        call = For(listenerId, call);
        var token = await tokens().GetAsync(listenerId, cancellationToken);
        try
        {
            return await CallAsync(token, call, read, cancellationToken);
        }
        catch (ProviderException refused) when (refused is { StatusCode: StatusCodes.Status401Unauthorized, Service: SpotifyService.Api })
        {
            token = await tokens().ReplaceAsync(listenerId, token, cancellationToken);
            return await CallAsync(token, call, read, cancellationToken);
        }
    }

    /// <summary>The call, counted in the quota of the listener's app.</summary>
    public static ServiceCall For(int? listenerId, ServiceCall call) => call.Budget is { } wanted ? call with { Budget = wanted with { ListenerId = listenerId } } : call;

    /// <summary>Makes a call with a given token.</summary>
    public Task<T> CallAsync<T>(string accessToken, ServiceCall call, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        caller.CallAsync(call with { Authorization = $"Bearer {accessToken}", Secrets = [accessToken] }, read, cancellationToken);
}
