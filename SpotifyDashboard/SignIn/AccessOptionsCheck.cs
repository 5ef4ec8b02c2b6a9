using Microsoft.Extensions.Options;

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

        return options.RequestsPerMinute is >= 1 and <= 1_000_000
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Access:RequestsPerMinute must be between 1 and 1,000,000, not {options.RequestsPerMinute}.");
    }
}
