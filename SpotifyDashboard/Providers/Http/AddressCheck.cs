using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Stops the start where a service's address is none.</summary>
/// <param name="key">The setting's name.</param>
/// <param name="address">Reads it.</param>
internal sealed class AddressCheck<TOptions>(string key, Func<TOptions, string> address) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        ServiceAddress.IsUsable(address(options)) ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(ServiceAddress.WhyNot(key, address(options)));
}
