using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Keys;

/// <summary>Registers the keys that seal tokens, and what seals with them.</summary>
internal static class KeyRingRegistration
{
    /// <summary>The key ring, in the database; the name is fixed, so that every process and version reads what another one sealed.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("spotify-dashboard");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IDbContextFactory<DashboardDbContext>, IOptions<DatabaseOptions>, KeyWrapping, TimeProvider>(static (keys, contexts, database, wrapping, time) =>
            {
                keys.XmlRepository = new StoredKeys(contexts, database, wrapping, time);
                keys.XmlEncryptor = wrapping.Encryptor?.Value;
            });
        services.AddSingleton<IValidateOptions<AccessOptions>, KeyRingCheck>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KeyWrapping>();
        services.AddSingleton<KeyRingUpkeep>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<InstallationFacts>();
        services.AddSingleton<KeyRingCanary>();
        return services;
    }
}
