using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.People.Deletion;

/// <summary>Carries deletions out: when one is asked for, at the start, and every minute what an earlier process left or a job held up.</summary>
internal sealed partial class DeletionRunner(
    ListenerEraser eraser, IDbContextFactory<DashboardDbContext> contexts, TimeProvider time, ILogger<DeletionRunner> logger) : BackgroundService
{
    private static readonly TimeSpan s_round = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Looks now rather than at the next round.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Goes on with all that is not done.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<string> open;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            open = await context.Deletions.Where(row => row.DoneAt == null).OrderBy(row => row.AskedAt).Select(row => row.Number).ToListAsync(cancellationToken);
        }

        foreach (var number in open)
        {
            if (!await eraser.GoOnAsync(number, cancellationToken))
            {
                LogWaits(number);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = time.CreateTimer(static runner => ((DeletionRunner?)runner)?.Wake(), this, TimeSpan.Zero, s_round);
        await foreach (var _ in _calls.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost frame: an exception that leaves it stops the whole host. The next round tries again.
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Deletion {Number}: songs that nobody has any more go once no job is under way")]
    private partial void LogWaits(string number);

    [LoggerMessage(LogLevel.Error, "A deletion failed and changed nothing; it is tried again within a minute")]
    private partial void LogFailed(Exception exception);
}
