using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Reads what letters tell: reports from statistics and story, warnings from what is stored of consent and polls.</summary>
internal sealed class MailReader(IDbContextFactory<DashboardDbContext> contexts, StatisticsService statistics, MailStories stories, MailLinks links, TimeProvider time)
{
    /// <summary>A report, ready to be written; null where nothing was played in it.</summary>
    /// <param name="listener">Whose.</param>
    /// <param name="subject">Which week or month.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MailReport?> ReadReportAsync(ListenerProfile listener, MailPeriod subject, CancellationToken cancellationToken)
    {
        var view = await statistics.ReadAsync(listener, subject.Period, rule: null, cancellationToken);
        var figures = view.GetOrCompute("mail", MailFigures.Of);
        if (figures.Summary.Plays == 0)
        {
            return null;
        }

        var culture = await CultureOfAsync(listener.Id, cancellationToken);
        var story = await stories.FindAsync(listener, subject, culture, cancellationToken);
        return new MailReport(subject, figures, story, culture, links.FootOf(listener.Id));
    }

    /// <summary>The warnings whose turn it is.</summary>
    public async Task<IReadOnlyList<MailWarning>> ReadWarningsAsync(ListenerProfile listener, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.SpotifyAccounts.AsNoTracking()
            .Where(a => a.ListenerId == listener.Id)
            .Select(a => new { IsConnected = a.RefreshToken != null, a.NeedsLoginSince })
            .SingleOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            return [];
        }

        var poll = await context.PollStates.AsNoTracking().SingleOrDefaultAsync(p => p.ListenerId == listener.Id, cancellationToken);
        var now = time.GetUtcNow();

        // Whoever logged out on purpose has neither tokens nor a login that is owed, and is not told that nothing comes in.
        var isFollowed = account.IsConnected || account.NeedsLoginSince is not null;
        MailWarning?[] warnings =
        [
            account.IsConnected ? MailWarningRules.Consent(listener.ReauthorizeBy, now) : null,
            isFollowed ? MailWarningRules.Silence(poll?.FailingSince, account.NeedsLoginSince, poll?.LastFailure, now) : null,
        ];
        return [.. warnings.OfType<MailWarning>()];
    }

    private async Task<CultureInfo> CultureOfAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var language = await context.Listeners.Where(listener => listener.Id == listenerId).Select(listener => listener.Language).SingleOrDefaultAsync(cancellationToken);
        try
        {
            return CultureInfo.GetCultureInfo(language is { Length: > 0 } ? language : "en-US", predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            // A language this machine has no forms for.
            return CultureInfo.GetCultureInfo("en-US");
        }
    }
}
