using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Stops the start where Spotify could never be called.</summary>
internal sealed class SpotifyOptionsCheck : IValidateOptions<SpotifyOptions>
{
    public ValidateOptionsResult Validate(string? name, SpotifyOptions options)
    {
        List<string> failures = [];
        if (!ServiceAddress.IsUsable(options.AccountsUrl))
        {
            failures.Add(ServiceAddress.WhyNot("Spotify:AccountsUrl", options.AccountsUrl));
        }

        if (!ServiceAddress.IsUsable(options.ApiUrl))
        {
            failures.Add(ServiceAddress.WhyNot("Spotify:ApiUrl", options.ApiUrl));
        }

        if (options.DailyCalls < 1)
        {
            failures.Add($"Spotify:DailyCalls must be at least 1, not {options.DailyCalls}.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
