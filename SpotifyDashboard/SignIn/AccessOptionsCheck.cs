using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn;

/// <summary>Stops the start where nobody could say who may see the dashboard.</summary>
internal sealed class AccessOptionsCheck : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        if (string.Equals(options.Mode, "Local", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(string.Equals(options.Mode, "Accounts", StringComparison.OrdinalIgnoreCase)
            ? "Access:Mode is Accounts, but accounts are not built yet: set it to Local and open the dashboard on this machine."
            : $"Access:Mode must be Local or Accounts, not '{options.Mode}'.");
    }
}
