using Microsoft.AspNetCore.Identity;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Registers passkeys: the framework's own, over our table; of the rest of its Identity nothing is used.</summary>
internal static class PasskeyRegistration
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<PasskeyDoor>();
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>, PasskeyAccounts>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(static passkeys =>
        {
            // The key is all there is: the device asks for a finger, face or code, and knows whose it is.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.AuthenticatorTimeout = PasskeyChallenges.Patience;
            passkeys.ValidateOrigin = static asked => ValueTask.FromResult(!asked.CrossOrigin && IsOwn(asked.Origin, asked.HttpContext.Request));
        });
        return services;
    }

    /// <summary>Whether the browser signed on a page of this very address, as the walls have let it through.</summary>
    private static bool IsOwn(string origin, HttpRequest request) => string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
