using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>Stops the start with a redirect address that Spotify would refuse: it says so only on a page of its own, after everything else was set up.</summary>
internal sealed class RedirectOptionsCheck : IValidateOptions<SpotifyOptions>
{
    public ValidateOptionsResult Validate(string? name, SpotifyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RedirectAddress.Of(options.RedirectUri).Refused is { } reason
            ? ValidateOptionsResult.Fail($"Spotify:RedirectUri '{options.RedirectUri}' can't be used: {reason}")
            : ValidateOptionsResult.Success;
    }
}
