using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing.Kept;

/// <summary>Counts how often share links are opened: in memory, and every ten seconds, and at the end, in the database; a process that is killed loses the last ten seconds.</summary>
internal sealed partial class ShareVisits(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time, ILogger<ShareVisits> logger) : BackgroundService
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, (int Count, DateTimeOffset Last)> _unwritten = [];

    /// <summary>Counts the request where it is a visit of a link's page.</summary>
    public void Note(HttpRequest request, KeptPage page)
    {
        if (page.Stamp?.LinkId is { } link && SharedRequest.IsVisit(request))
        {
            Add(link, 1, time.GetUtcNow());
        }
    }

    /// <summary>What is counted of a link and not written yet.</summary>
    public (int Count, DateTimeOffset? Last) Unwritten(int linkId)
    {
        lock (_gate)
        {
            return _unwritten.TryGetValue(linkId, out var visits) ? visits : (0, null);
        }
    }

    /// <summary>Counts visits of a link.</summary>
    public void Add(int linkId, int count, DateTimeOffset last)
    {
        lock (_gate)
        {
            var known = _unwritten.GetValueOrDefault(linkId);
            _unwritten[linkId] = (known.Count + count, known.Last > last ? known.Last : last);
        }
    }

    /// <summary>Writes what was counted.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var unwritten = new Queue<KeyValuePair<int, (int Count, DateTimeOffset Last)>>(Take());
        try
        {
            while (unwritten.TryPeek(out var next))
            {
                var (link, (count, last)) = next;
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                await context.ShareLinks.Where(row => row.Id == link).ExecuteUpdateAsync(
                    change => change.SetProperty(row => row.Uses, row => row.Uses + count).SetProperty(row => row.LastSeenAt, last), cancellationToken);
                unwritten.Dequeue();
            }
        }
        finally
        {
            foreach (var (link, (count, last)) in unwritten)
            {
                Add(link, count, last);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryWriteAsync(stoppingToken);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host. What was not written is still counted.
            LogNotWritten(exception);
        }
    }

    private KeyValuePair<int, (int Count, DateTimeOffset Last)>[] Take()
    {
        lock (_gate)
        {
            KeyValuePair<int, (int Count, DateTimeOffset Last)>[] taken = [.. _unwritten];
            _unwritten.Clear();
            return taken;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Visits of shared pages could not be written; they are written with the next")]
    private partial void LogNotWritten(Exception exception);
}
