using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.Operations;

/// <summary>Says how the program is, from what it knows: it asks its own database one small question and never calls outside.</summary>
internal sealed partial class HealthService(
    IDbContextFactory<DashboardDbContext> contexts,
    ListeningLogs logs,
    StorageCondition storage,
    ListenerScope scope,
    IOptions<SheetOptions> sheet,
    TimeProvider time,
    ILogger<HealthService> logger)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>The state of every part; unhealthy where the database does not answer.</summary>
    public async Task<HealthAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var services = await ProbeAsync(cancellationToken);
        return new HealthAnswer(Worst(services.Values), time.GetUtcNow(), ProgramVersion.Text, services);
    }

    /// <summary>That the program runs, whatever its services do.</summary>
    public HealthAnswer Alive() => new(ServiceHealth.HealthyStatus, time.GetUtcNow(), ProgramVersion.Text, new Dictionary<string, ServiceHealth>(StringComparer.Ordinal));

    private static string Worst(IEnumerable<ServiceHealth> services)
    {
        var all = services.Select(service => service.Status).ToHashSet(StringComparer.Ordinal);
        return all.Contains(ServiceHealth.UnhealthyStatus) ? ServiceHealth.UnhealthyStatus
            : all.Contains(ServiceHealth.DegradedStatus) ? ServiceHealth.DegradedStatus
            : ServiceHealth.HealthyStatus;
    }

    private async Task<Dictionary<string, ServiceHealth>> ProbeAsync(CancellationToken cancellationToken)
    {
        // A probe is nobody's visitor: it asks for the house.
        using var house = scope.EnterHouse();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var now = time.GetUtcNow();
            await using var context = await contexts.CreateDbContextAsync(patience.Token);
            var block = await context.ServiceBlocks.AsNoTracking().SingleOrDefaultAsync(b => b.Service == "spotify" && b.EndpointGroup == "", patience.Token);
            var lastImport = await context.Jobs.AsNoTracking()
                .Where(job => job.Kind == "import")
                .OrderByDescending(job => job.CreatedAt)
                .Select(job => job.State)
                .FirstOrDefaultAsync(patience.Token);
            var survey = await context.Surveys.AsNoTracking().Where(s => s.Source == "sheet").OrderBy(s => s.ListenerId).FirstOrDefaultAsync(patience.Token);
            var (spotify, polls) = await FollowedAsync(context, block, now, patience.Token);
            return Answer(
                storage.Failure is { } failure ? ServiceHealth.Unhealthy(failure.Text) : ServiceHealth.Healthy("Answers."),
                spotify,
                SheetsHealth.Of(sheet.Value.HasSheet, survey),
                Ingestion(polls, IngestionAfter(lastImport)));
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogDatabaseFailed(exception);
            return Answer(
                ServiceHealth.Unhealthy(storage.Note(exception)?.Text ?? "Does not answer; the log names the reason."),
                ServiceHealth.Degraded("Unknown while the database does not answer."),
                sheet.Value.HasSheet ? ServiceHealth.Degraded("Unknown while the database does not answer.") : SheetsHealth.Of(isSet: false, survey: null),
                ServiceHealth.Degraded("Can't store plays while the database does not answer."));
        }
    }

    /// <summary>Spotify and the polls: of the one account there is, else of all together, in numbers.</summary>
    private static async Task<(ServiceHealth Spotify, ServiceHealth? Polls)> FollowedAsync(
        DashboardDbContext context, ServiceBlockRow? block, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = await context.SpotifyAccounts.CountAsync(cancellationToken);
        if (accounts <= 1)
        {
            var account = await context.SpotifyAccounts.AsNoTracking().OrderBy(a => a.ListenerId).FirstOrDefaultAsync(cancellationToken);
            var poll = account is null ? null : await context.PollStates.AsNoTracking().SingleOrDefaultAsync(p => p.ListenerId == account.ListenerId, cancellationToken);
            return (SpotifyHealth.OfService(account, block, now), SpotifyHealth.OfPolls(account, poll, now));
        }

        var silent = now - SpotifyHealth.LongestSilence;
        var loggedOut = await context.SpotifyAccounts.CountAsync(a => a.NeedsLoginSince != null, cancellationToken);
        var overdue = await context.PollStates.CountAsync(
            p => context.SpotifyAccounts.Any(a => a.ListenerId == p.ListenerId && a.NeedsLoginSince == null && a.RefreshToken != null)
                && (p.LastSuccessAt == null || p.LastSuccessAt < silent)
                && (p.FailingSince != null || (p.NextDueAt != null && p.NextDueAt < silent)),
            cancellationToken);
        return (SpotifyHealth.OfService(accounts, loggedOut, block, now), SpotifyHealth.OfPolls(accounts - loggedOut, overdue));
    }

    private Dictionary<string, ServiceHealth> Answer(ServiceHealth database, ServiceHealth spotify, ServiceHealth sheets, ServiceHealth ingestion) =>
        new(StringComparer.Ordinal)
        {
            ["database"] = database,
            ["spotify_api"] = spotify,
            ["google_sheets"] = sheets,
            ["cache"] = ServiceHealth.Healthy(logs.Describe()),
            ["ingestion"] = ingestion,
        };

    private static ServiceHealth Ingestion(ServiceHealth? polls, ServiceHealth import)
    {
        if (polls is null)
        {
            return import;
        }

        var both = $"{polls.Detail} {import.Detail}";
        return Worst([polls, import]) == ServiceHealth.HealthyStatus ? ServiceHealth.Healthy(both) : ServiceHealth.Degraded(both);
    }

    private static ServiceHealth IngestionAfter(string? lastImport) => lastImport switch
    {
        null => ServiceHealth.Healthy("Nothing was imported yet."),
        "failed" or "interrupted" => ServiceHealth.Degraded($"The last import {(lastImport == "failed" ? "failed" : "was interrupted")}; the page /import says why."),
        _ => ServiceHealth.Healthy($"The last import {(lastImport == "succeeded" ? "succeeded" : $"is {lastImport}")}."),
    };

    [LoggerMessage(LogLevel.Warning, "The database did not answer the health probe")]
    private partial void LogDatabaseFailed(Exception exception);
}
