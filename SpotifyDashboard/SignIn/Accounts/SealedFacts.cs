using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Secrets that the installation makes for itself, once for every process on the database; they stand there sealed.</summary>
internal sealed class SealedFacts(InstallationFacts facts, SecretBox secrets)
{
    /// <summary>The secret of that name; whoever asks first makes it, and all others get the same.</summary>
    public async Task<string> GetOrMakeAsync(string name, Func<string> make, CancellationToken cancellationToken)
    {
        var stored = await facts.FindAsync(name, cancellationToken) ?? await facts.GetOrAddAsync(name, secrets.Seal(make()), cancellationToken);
        if (secrets.Open(stored) is { } known)
        {
            return known;
        }

        // Sealed by keys that are gone.
        var made = make();
        await facts.SetAsync(name, secrets.Seal(made), cancellationToken);
        return made;
    }
}
