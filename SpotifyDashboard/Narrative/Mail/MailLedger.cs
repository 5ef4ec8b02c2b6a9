using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>The book of letters: who may send one is written down before it is sent, so that there is one for a period (decision 0037).</summary>
internal sealed class MailLedger(IDbContextFactory<DashboardDbContext> contexts, LeaseScope leases, TimeProvider time)
{
    /// <summary>A sending is given up after half a minute; one that is older has lost its process.</summary>
    private static readonly TimeSpan s_longestTurn = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(12);

    /// <summary>A server that said no for good is not asked more often.</summary>
    private static readonly TimeSpan s_afterRefusal = TimeSpan.FromDays(1);

    /// <summary>Takes the turn to send a letter.</summary>
    /// <param name="listenerId">To whom.</param>
    /// <param name="kind">What kind of letter.</param>
    /// <param name="key">Which period.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>The turn; null where the letter was sent or may have been, its next try is not due, or somebody else sends it.</returns>
    public async Task<MailTurn?> TakeAsync(int listenerId, string kind, string key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = context.MailLetters.Where(letter => letter.ListenerId == listenerId && letter.Kind == kind && letter.PeriodKey == key);
        var known = await mine.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (known is null)
        {
            var messageId = Guid.NewGuid().ToString("N");
            var inserted = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO mail_letters (listener_id, kind, period_key, state, message_id, attempts, claimed_at)
                VALUES ({listenerId}, {kind}, {key}, {nameof(MailLetterState.Sending)}, {messageId}, 1, {now.ToUnixTimeMilliseconds()})
                ON CONFLICT DO NOTHING
                """,
                cancellationToken);
            return inserted == 1 ? new MailTurn(listenerId, kind, key, messageId, 1) : null;
        }

        var attempt = known.Attempts + 1;
        var taken = known.State == MailLetterState.Failed && known.NextTryAt <= now
            ? await mine.Where(letter => letter.State == MailLetterState.Failed && letter.Attempts == known.Attempts).ExecuteUpdateAsync(
                letter => letter.SetProperty(l => l.State, MailLetterState.Sending).SetProperty(l => l.Attempts, attempt).SetProperty(l => l.ClaimedAt, now),
                cancellationToken)
            : 0;
        return taken == 1 ? new MailTurn(listenerId, kind, key, known.MessageId, attempt) : null;
    }

    /// <summary>Notes that the mail server took it.</summary>
    public Task SentAsync(MailTurn turn) => EndAsync(turn, MailLetterState.Sent, problem: null, nextTryAt: null, sentAt: time.GetUtcNow());

    /// <summary>Notes that there was nothing to tell.</summary>
    public Task SkippedAsync(MailTurn turn) => EndAsync(turn, MailLetterState.Skipped, problem: null, nextTryAt: null, sentAt: null);

    /// <summary>Notes that it was not begun: whoever comes next may send it at once.</summary>
    public Task ReturnAsync(MailTurn turn) => EndAsync(turn, MailLetterState.Failed, problem: null, time.GetUtcNow(), sentAt: null);

    /// <summary>Notes that it broke before the mail server was asked.</summary>
    /// <returns>When it is tried again.</returns>
    public async Task<DateTimeOffset> BrokenAsync(MailTurn turn)
    {
        var next = time.GetUtcNow() + Pause(turn.Attempt);
        await EndAsync(turn, MailLetterState.Failed, "It could not be written; the log tells why.", next, sentAt: null);
        return next;
    }

    /// <summary>Notes a failure.</summary>
    /// <returns>When it is tried again; null where it is not, since it may have arrived.</returns>
    public async Task<DateTimeOffset?> FailedAsync(MailTurn turn, MailException failure)
    {
        DateTimeOffset? next = failure switch
        {
            { MayHaveArrived: true } => null,
            { Problem: MailProblem.Recipient or MailProblem.Refused } => time.GetUtcNow() + s_afterRefusal,
            _ => time.GetUtcNow() + Pause(turn.Attempt),
        };
        await EndAsync(turn, next is null ? MailLetterState.Unclear : MailLetterState.Failed, failure.Message, next, sentAt: null);
        return next;
    }

    /// <summary>Notes of letters whose sender died that nobody knows whether they went out.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dead = time.GetUtcNow() - s_longestTurn;
        await context.MailLetters
            .Where(letter => letter.State == MailLetterState.Sending && letter.ClaimedAt <= dead)
            .ExecuteUpdateAsync(
                letter => letter.SetProperty(l => l.State, MailLetterState.Unclear).SetProperty(l => l.Problem, "The program stopped while it was sent."),
                cancellationToken);
    }

    /// <summary>The newest letters of a listener, the last one tried first.</summary>
    public async Task<IReadOnlyList<MailLetterRow>> ListAsync(int listenerId, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MailLetters.AsNoTracking()
            .Where(letter => letter.ListenerId == listenerId)
            .OrderByDescending(letter => letter.ClaimedAt)
            .ThenBy(letter => letter.Kind)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    private static TimeSpan Pause(int attempt)
    {
        var pause = s_firstPause * Math.Pow(3, Math.Clamp(attempt - 1, 0, 5));
        return pause < s_longestPause ? pause : s_longestPause;
    }

    /// <summary>Never cancelled nor refused: what became of a letter has to be written down, also while the program stops or comes late.</summary>
    /// <remarks>The number of the try is its fence: who has tried since is not overwritten.</remarks>
    private async Task EndAsync(MailTurn turn, MailLetterState state, string? problem, DateTimeOffset? nextTryAt, DateTimeOffset? sentAt)
    {
        using var told = leases.Enter(null);
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.MailLetters
            .Where(letter => letter.ListenerId == turn.ListenerId && letter.Kind == turn.Kind && letter.PeriodKey == turn.Key && letter.Attempts == turn.Attempt)
            .ExecuteUpdateAsync(
                letter => letter.SetProperty(l => l.State, state)
                    .SetProperty(l => l.Problem, problem)
                    .SetProperty(l => l.NextTryAt, nextTryAt)
                    .SetProperty(l => l.SentAt, sentAt),
                CancellationToken.None);
    }
}
