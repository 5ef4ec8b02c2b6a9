using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Walls;

namespace SpotifyDashboard.SignIn;

/// <summary>Stops the start where nobody could say who may see the dashboard.</summary>
internal sealed class AccessOptionsCheck : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        if (!Enum.GetNames<AccessMode>().Contains(options.Mode, StringComparer.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail($"Access:Mode must be Local or Accounts, not '{options.Mode}'.");
        }

        if (AccessLists.Of(options.Hosts).FirstOrDefault(static host => !AccessLists.IsHost(host)) is { } wrongHost)
        {
            return ValidateOptionsResult.Fail($"Access:Hosts lists host names alone, like music.example.org, not '{wrongHost}'.");
        }

        if (AccessLists.Of(options.KnownProxies).FirstOrDefault(static proxy => AccessLists.Network(proxy) is null) is { } wrongProxy)
        {
            return ValidateOptionsResult.Fail($"Access:KnownProxies lists networks like 10.0.0.0/8, not '{wrongProxy}'.");
        }

        if (AccessLists.Of(options.CorsOrigins).FirstOrDefault(static origin => !AccessLists.IsOrigin(origin)) is { } wrongOrigin)
        {
            return ValidateOptionsResult.Fail($"Access:CorsOrigins lists origins like https://example.org, not '{wrongOrigin}'.");
        }

        return options.RequestsPerMinute is >= 1 and <= 1_000_000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Access:RequestsPerMinute must be between 1 and 1,000,000, not {options.RequestsPerMinute}.");
    }
}
