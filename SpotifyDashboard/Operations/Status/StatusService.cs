using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Status;

/// <summary>Reads how collecting and enriching stand, from what is stored: nothing outside is asked.</summary>
internal sealed class StatusService(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerDirectory listeners,
    EnrichmentCoverage enrichment,
    IOptions<SpotifyOptions> spotify,
    TimeProvider time)
{
    private const int GapsShown = 50;

    private static readonly TimeSpan s_window = TimeSpan.FromHours(24);

    /// <summary>The status of the current listener's part and of what all share.</summary>
    public async Task<StatusAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var listener = await listeners.FindCurrentAsync(cancellationToken);
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var blocks = await context.ServiceBlocks.AsNoTracking().Where(block => block.BlockedUntil > now).ToListAsync(cancellationToken);
        return new StatusAnswer(
            now,
            ProgramVersion.Text,
            await ReadConsentAsync(context, listener, now, cancellationToken),
            await ReadPollsAsync(context, listener, cancellationToken),
            await ReadBudgetAsync(context, blocks, now, cancellationToken),
            await QueueReader.ReadAsync(enrichment, cancellationToken),
            await CoverageReader.ReadAsync(context, cancellationToken),
            await ReadGapsAsync(context, listener, cancellationToken),
            await ReadServicesAsync(context, blocks, cancellationToken));
    }

    private async Task<ConsentStatus> ReadConsentAsync(DashboardDbContext context, ListenerProfile? listener, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = listener is null ? null : await context.SpotifyAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.ListenerId == listener.Id, cancellationToken);
        if (account is null || listener is null)
        {
            var isConfigured = spotify.Value.ClientId.Length > 0 || await context.InstallationFacts.AnyAsync(fact => fact.Name == "spotify:client-id", cancellationToken);
            return new ConsentStatus(isConfigured ? "notConnected" : "notConfigured", Account: null, AuthorizedAt: null, ReauthorizeBy: null, DaysLeft: null, Reason: null);
        }

        return new ConsentStatus(
            account.NeedsLoginSince is null && account.RefreshToken is not null ? "connected" : "needsLogin",
            listener.DisplayName,
            listener.AuthorizedAt,
            listener.ReauthorizeBy,
            listener.ReauthorizeBy is { } end ? Math.Max(0, (int)Math.Ceiling((end - now).TotalDays)) : null,
            account.NeedsLoginReason);
    }

    private static async Task<PollStatus> ReadPollsAsync(DashboardDbContext context, ListenerProfile? listener, CancellationToken cancellationToken)
    {
        var poll = listener is null ? null : await context.PollStates.AsNoTracking().SingleOrDefaultAsync(p => p.ListenerId == listener.Id, cancellationToken);
        return new PollStatus(poll?.LastAttemptAt, poll?.LastSuccessAt, poll?.NextDueAt, poll?.Why, poll?.FailingSince, poll?.LastFailure);
    }

    private async Task<BudgetStatus> ReadBudgetAsync(DashboardDbContext context, List<ServiceBlockRow> blocks, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - s_window;
        var groups = await context.ApiCalls.AsNoTracking()
            .Where(call => call.At > since)
            .GroupBy(call => call.EndpointGroup)
            .Select(group => new { Name = group.Key, Used = group.Count() })
            .OrderByDescending(group => group.Used)
            .ToListAsync(cancellationToken);
        var used = groups.Sum(group => group.Used);
        var limit = spotify.Value.DailyCalls;
        var all = blocks.Find(block => block is { Service: "spotify", EndpointGroup: "" });
        return new BudgetStatus(
            limit,
            used,
            Math.Max(0, limit - used),
            all?.BlockedUntil,
            all?.Reason,
            [.. groups.Select(group => new BudgetGroupStatus(
                group.Name,
                group.Used,
                blocks.Find(block => block.Service == "spotify" && block.EndpointGroup == group.Name)?.BlockedUntil))]);
    }

    private static async Task<IReadOnlyList<GapStatus>> ReadGapsAsync(DashboardDbContext context, ListenerProfile? listener, CancellationToken cancellationToken)
    {
        if (listener is null)
        {
            return [];
        }

        var gaps = await context.Gaps.AsNoTracking()
            .Where(gap => gap.ListenerId == listener.Id)
            .OrderByDescending(gap => gap.FromAt)
            .Take(GapsShown)
            .ToListAsync(cancellationToken);
        return [.. gaps.Select(gap => new GapStatus(gap.FromAt, gap.ToAt, gap.FoundAt, gap.ClosedAt, gap.ClosedBy))];
    }

    private static async Task<IReadOnlyList<ServiceStatus>> ReadServicesAsync(DashboardDbContext context, List<ServiceBlockRow> blocks, CancellationToken cancellationToken)
    {
        var states = await context.ServiceStates.AsNoTracking().OrderBy(state => state.Service).ToListAsync(cancellationToken);
        return [.. states.Select(state => new ServiceStatus(
            state.Service,
            state.LastSuccessAt,
            state.LastFailureAt,
            state.LastFailure,
            blocks.Find(block => block.Service == state.Service && block.EndpointGroup.Length == 0)?.BlockedUntil))];
    }
}
