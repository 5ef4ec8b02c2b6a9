using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Caching;

/// <summary>Keeps in the database what this installation's app may do at Spotify, so that it is tried once, not once per start.</summary>
internal sealed partial class LearntCapabilities(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time, ILogger<LearntCapabilities> logger) : ISpotifyCapabilities
{
    private const string Granted = "granted";
    private const string Refused = "refused: ";

    /// <summary>What was learnt, by capability; null: nothing yet.</summary>
    private readonly ConcurrentDictionary<SpotifyCapability, string?> _known = [];

    public async Task<bool> HasAsync(SpotifyCapability capability, CancellationToken cancellationToken) =>
        await KnownAsync(capability, cancellationToken) is not { } fact || !fact.StartsWith(Refused, StringComparison.Ordinal);

    public async Task<bool> IsProvenAsync(SpotifyCapability capability, CancellationToken cancellationToken) =>
        await KnownAsync(capability, cancellationToken) == Granted;

    public Task ProveAsync(SpotifyCapability capability, CancellationToken cancellationToken) => LearnAsync(capability, Granted, cancellationToken);

    public async Task SwitchOffAsync(SpotifyCapability capability, string reason, CancellationToken cancellationToken)
    {
        await LearnAsync(capability, Refused + reason, cancellationToken);
        LogSwitchedOff(capability, reason);
    }

    private async Task<string?> KnownAsync(SpotifyCapability capability, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(capability, out var known))
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var name = NameOf(capability);
        var fact = await context.InstallationFacts.AsNoTracking().Where(fact => fact.Name == name).Select(fact => fact.Value).SingleOrDefaultAsync(cancellationToken);
        return _known.GetOrAdd(capability, fact);
    }

    private async Task LearnAsync(SpotifyCapability capability, string fact, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO installation_facts (name, value, stored_at) VALUES ({NameOf(capability)}, {fact}, {time.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, stored_at = excluded.stored_at
            """,
            cancellationToken);
        _known[capability] = fact;
    }

    private static string NameOf(SpotifyCapability capability) => capability switch
    {
        SpotifyCapability.BatchGet => "capability:batch-get",
        SpotifyCapability.AudioFeatures => "capability:audio-features",
        SpotifyCapability.LongSearch => "capability:long-search",
        _ => throw new ArgumentOutOfRangeException(nameof(capability), capability, "Unknown capability."),
    };

    [LoggerMessage(LogLevel.Information, "Spotify does not offer {capability} to this app; it is not tried again: {reason}")]
    private partial void LogSwitchedOff(SpotifyCapability capability, string reason);
}
