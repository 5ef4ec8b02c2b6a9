using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Mail;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Sends each listener who wants it a report for each week or month, and warnings in time; looks every minute. At rest where no mail server is set.</summary>
internal sealed partial class MailReports(
    MailSubscriptions subscriptions, ListenerDirectory listeners, MailReader reader, MailLedger ledger, MailPost post, MailLinks links, LeaseBook leases, TimeProvider time, ILogger<MailReports> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due, to everyone; where another process is at it, that one does.</summary>
    /// <returns>How many letters the mail server took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        await leases.RunAsync("mail", async either => await SendDueAsync(() => sent++, either), cancellationToken);
        return sent;
    }

    private async Task SendDueAsync(Action count, CancellationToken cancellationToken)
    {
        await ledger.SettleAsync(cancellationToken);
        foreach (var setting in await subscriptions.ListAsync(cancellationToken))
        {
            if (await listeners.FindAsync(setting.ListenerId, cancellationToken) is { } listener)
            {
                await SendDueAsync(setting, listener, count, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!post.IsSet)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The outermost frame: an exception that leaves it stops the whole host. The next look tries again.
                LogRoundFailed(exception);
            }

            await Task.Delay(s_pause, time, stoppingToken);
        }
    }

    private async Task SendDueAsync(MailSettingRow setting, ListenerProfile listener, Action count, CancellationToken cancellationToken)
    {
        if (setting.Warns)
        {
            foreach (var warning in await reader.ReadWarningsAsync(listener, cancellationToken))
            {
                await SendAsync(setting, warning.Kind, warning.Key, count, () => Task.FromResult<MailDraft?>(MailWarningComposer.Compose(warning, listener.Zone, links.FootOf(listener.Id))), cancellationToken);
            }
        }

        if (setting.Rhythm != MailRhythm.Off && MailPeriod.LastDue(setting.Rhythm, time.GetUtcNow(), listener.Zone) is var due && due.DueAt >= setting.Since)
        {
            await SendAsync(
                setting,
                due.Kind,
                due.Key,
                count,
                async () => await reader.ReadReportAsync(listener, due, cancellationToken) is { } report ? MailReportComposer.Compose(report) : null,
                cancellationToken);
        }
    }

    /// <summary>Sends one letter where it is this process's turn.</summary>
    private async Task SendAsync(MailSettingRow setting, string kind, string key, Action count, Func<Task<MailDraft?>> write, CancellationToken cancellationToken)
    {
        if (await ledger.TakeAsync(setting.ListenerId, kind, key, cancellationToken) is not { } turn)
        {
            return;
        }

        try
        {
            if (await write() is not { } draft)
            {
                await ledger.SkippedAsync(turn);
                return;
            }

            await post.SendAsync(setting.Recipient, draft, turn.MessageId, links.FootOf(setting.ListenerId), cancellationToken);
        }
        catch (MailException failure)
        {
            LogNotSent(kind, key, setting.ListenerId, failure.Message, await ledger.FailedAsync(turn, failure));
            return;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops, and the server has nothing of it yet.
            await ledger.ReturnAsync(turn);
            throw;
        }
        catch (Exception exception)
        {
            LogBroken(exception, kind, key, setting.ListenerId, await ledger.BrokenAsync(turn));
            return;
        }

        await ledger.SentAsync(turn);
        LogSent(kind, key, setting.ListenerId);
        count();
    }

    [LoggerMessage(LogLevel.Information, "Sent the mail {Kind} {Key} of listener {ListenerId}")]
    private partial void LogSent(string kind, string key, int listenerId);

    [LoggerMessage(LogLevel.Warning, "The mail {Kind} {Key} of listener {ListenerId} was not sent: {Reason} Next try at {NextTryAt:u}")]
    private partial void LogNotSent(string kind, string key, int listenerId, string reason, DateTimeOffset? nextTryAt);

    [LoggerMessage(LogLevel.Error, "The mail {Kind} {Key} of listener {ListenerId} could not be written; next try at {NextTryAt:u}")]
    private partial void LogBroken(Exception exception, string kind, string key, int listenerId, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Looking for due mail failed; the next look is due as usual")]
    private partial void LogRoundFailed(Exception exception);
}
