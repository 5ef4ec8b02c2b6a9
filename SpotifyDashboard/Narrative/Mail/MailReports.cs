using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Mail;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Sends each listener who wants it a report for each week or month, and warnings in time; looks every minute. At rest where no mail server is set.</summary>
internal sealed partial class MailReports(
    MailSubscriptions subscriptions, ListenerDirectory listeners, MailReader reader, MailLedger ledger, MailPost post, MailLinks links, TimeProvider time, ILogger<MailReports> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due, to everyone.</summary>
    /// <returns>How many letters the mail server took.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await ledger.SettleAsync(cancellationToken);
        var sent = 0;
        foreach (var setting in await subscriptions.ListAsync(cancellationToken))
        {
            if (await listeners.FindAsync(setting.ListenerId, cancellationToken) is { } listener)
            {
                sent += await SendDueAsync(setting, listener, cancellationToken);
            }
        }

        return sent;
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

    private async Task<int> SendDueAsync(MailSettingRow setting, ListenerProfile listener, CancellationToken cancellationToken)
    {
        var sent = 0;
        if (setting.Warns)
        {
            foreach (var warning in await reader.ReadWarningsAsync(listener, cancellationToken))
            {
                sent += await SendAsync(setting, warning.Kind, warning.Key, () => Task.FromResult<MailDraft?>(MailWarningComposer.Compose(warning, listener.Zone, links.FootOf(listener.Id))), cancellationToken);
            }
        }

        if (setting.Rhythm != MailRhythm.Off && MailPeriod.LastDue(setting.Rhythm, time.GetUtcNow(), listener.Zone) is var due && due.DueAt >= setting.Since)
        {
            sent += await SendAsync(
                setting,
                due.Kind,
                due.Key,
                async () => await reader.ReadReportAsync(listener, due, cancellationToken) is { } report ? MailReportComposer.Compose(report) : null,
                cancellationToken);
        }

        return sent;
    }

    /// <summary>Sends one letter where it is this process's turn.</summary>
    /// <returns>1 where the mail server took it.</returns>
    private async Task<int> SendAsync(MailSettingRow setting, string kind, string key, Func<Task<MailDraft?>> write, CancellationToken cancellationToken)
    {
        if (await ledger.TakeAsync(setting.ListenerId, kind, key, cancellationToken) is not { } turn)
        {
            return 0;
        }

        try
        {
            if (await write() is not { } draft)
            {
                await ledger.SkippedAsync(turn);
                return 0;
            }

            await post.SendAsync(setting.Recipient, draft, turn.MessageId, links.FootOf(setting.ListenerId), cancellationToken);
        }
        catch (MailException failure)
        {
            LogNotSent(kind, key, setting.ListenerId, failure.Message, await ledger.FailedAsync(turn, failure));
            return 0;
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
            return 0;
        }

        await ledger.SentAsync(turn);
        LogSent(kind, key, setting.ListenerId);
        return 1;
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
