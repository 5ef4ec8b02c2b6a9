using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>Keeps the key of the survey's hashes: made once, stored sealed by the key ring as tokens are.</summary>
internal sealed partial class SurveyKeys(IDbContextFactory<DashboardDbContext> contexts, SecretBox secrets, TimeProvider time, ILogger<SurveyKeys> logger)
{
    private const string FactName = "survey:name-key";

    /// <summary>The seal with the installation's key; the first call on a database makes the key.</summary>
    public async Task<SurveySeal> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await FindAsync(context, cancellationToken);
        if (Open(stored) is { } key)
        {
            return new SurveySeal(key);
        }

        if (stored is not null)
        {
            // The key ring was lost. Equal names of before and after have different hashes from here on; nothing else is lost.
            LogLost();
            await context.InstallationFacts.Where(fact => fact.Name == FactName && fact.Value == stored).ExecuteDeleteAsync(cancellationToken);
        }

        // Two processes may do this at once; the first one's key counts for both.
        var made = secrets.Seal(Convert.ToHexString(RandomNumberGenerator.GetBytes(SurveySeal.KeyBytes)));
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO installation_facts (name, value, stored_at) VALUES ({FactName}, {made}, {time.GetUtcNow().ToUnixTimeMilliseconds()}) ON CONFLICT (name) DO NOTHING",
            cancellationToken);
        return new SurveySeal(Open(await FindAsync(context, cancellationToken)) ?? throw new InvalidOperationException("The key of the survey could not be read back."));
    }

    private static Task<string?> FindAsync(DashboardDbContext context, CancellationToken cancellationToken) =>
        context.InstallationFacts.AsNoTracking().Where(fact => fact.Name == FactName).Select(fact => fact.Value).SingleOrDefaultAsync(cancellationToken);

    private byte[]? Open(string? stored) => stored is not null && secrets.Open(stored) is { } key ? Convert.FromHexString(key) : null;

    [LoggerMessage(LogLevel.Warning, "The key that hashes names in surveys could not be opened any more; a new one was made, and names stored from now on have other hashes")]
    private partial void LogLost();
}
