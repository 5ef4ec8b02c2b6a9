using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Status;

/// <summary>Reads how collecting and enriching stand, from what is stored: nothing outside is asked.</summary>
internal sealed class StatusService(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerDirectory listeners,
    GapDirectory gaps,
    SpotifyConnection connection,
    CallBudget budget,
    EnrichmentCoverage enrichment,
    ServiceStates services,
    TimeProvider time)
{
    private const int GapsShown = 50;

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
            await ReadConsentAsync(cancellationToken),
            await ReadPollsAsync(context, listener, cancellationToken),
            await ReadBudgetAsync(listener, blocks, cancellationToken),
            await QueueReader.ReadAsync(enrichment, cancellationToken),
            await CoverageReader.ReadAsync(context, cancellationToken),
            await ReadGapsAsync(listener, cancellationToken),
            await ReadServicesAsync(context, blocks, cancellationToken),
            await ReadReplicasAsync(context, cancellationToken));
    }

    private static async Task<IReadOnlyList<ReplicaStatus>> ReadReplicasAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Replicas.AsNoTracking().OrderBy(replica => replica.StartedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ReplicaStatus(
            row.Machine, row.Version, DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt), DateTimeOffset.FromUnixTimeMilliseconds(row.SeenAt)));
    }

    private async Task<ConsentStatus> ReadConsentAsync(CancellationToken cancellationToken)
    {
        var status = await connection.ReadAsync(cancellationToken);
        return new ConsentStatus(
            JsonNamingPolicy.CamelCase.ConvertName(status.State.ToString()),
            status.AccountName,
            status.AuthorizedAt,
            status.ReauthorizeBy,
            status.State == ConnectionState.Connected ? status.DaysLeft : null,
            status.Reason);
    }

    private static async Task<PollStatus> ReadPollsAsync(DashboardDbContext context, ListenerProfile? listener, CancellationToken cancellationToken)
    {
        var poll = listener is null ? null : await context.PollStates.AsNoTracking().SingleOrDefaultAsync(p => p.ListenerId == listener.Id, cancellationToken);
        return new PollStatus(poll?.LastAttemptAt, poll?.LastSuccessAt, poll?.NextDueAt, poll?.Why, poll?.FailingSince, poll?.LastFailure);
    }

    private async Task<BudgetStatus> ReadBudgetAsync(ListenerProfile? listener, List<ServiceBlockRow> blocks, CancellationToken cancellationToken)
    {
        var view = await budget.ReadAsync(listener?.Id, cancellationToken);
        return new BudgetStatus(
            view.Limit,
            view.Used,
            view.Left,
            view.BlockedUntil,
            view.Why,
            view.NextFreeAt,
            [.. view.Groups.Select(group => new BudgetGroupStatus(
                group.Name,
                group.Used,
                blocks.Find(block => block.Service == view.Service && block.EndpointGroup == group.Name)?.BlockedUntil))],
            view.IsOwnApp);
    }

    private async Task<IReadOnlyList<GapStatus>> ReadGapsAsync(ListenerProfile? listener, CancellationToken cancellationToken)
    {
        var known = listener is null ? [] : await gaps.ListAsync(listener.Id, cancellationToken);
        return [.. known.Take(GapsShown).Select(gap => new GapStatus(gap.FromAt, gap.ToAt, gap.FoundAt, gap.ClosedAt, gap.ClosedBy))];
    }

    private async Task<IReadOnlyList<ServiceStatus>> ReadServicesAsync(DashboardDbContext context, List<ServiceBlockRow> blocks, CancellationToken cancellationToken)
    {
        var states = await context.ServiceStates.AsNoTracking().OrderBy(state => state.Service).ToListAsync(cancellationToken);
        return [.. states.Select(state => new ServiceStatus(
            state.Service,
            state.LastSuccessAt,
            state.LastFailureAt,
            state.LastFailure,
            blocks.Find(block => block.Service == state.Service && block.EndpointGroup.Length == 0)?.BlockedUntil ?? NextTryOf(state.Service)))];
    }

    /// <summary>When a service that asked this process to wait is called again; only Spotify's waits are stored.</summary>
    private DateTimeOffset? NextTryOf(string service) => services.Of(service).NextTryAt is { } next && next > time.GetUtcNow() ? next : null;
}
