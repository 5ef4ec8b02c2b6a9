using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Shows a report as it would be sent.</summary>
internal sealed class MailPreview(MailReader reader, MailSubscriptions subscriptions, IOptions<MailReportOptions> options, TimeProvider time)
{
    /// <summary>Which week or month is shown.</summary>
    /// <param name="listener">Whose.</param>
    /// <param name="asked">The period asked for; null for the last one whose report was due.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RefusedParameterException">It is neither a week nor a calendar month.</exception>
    public async Task<MailPeriod> SubjectAsync(ListenerProfile listener, Period? asked, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            var rhythm = (await subscriptions.FindAsync(listener.Id, cancellationToken))?.Rhythm ?? options.Value.ReportEvery;
            return MailPeriod.LastDue(rhythm, time.GetUtcNow(), listener.Zone);
        }

        var isMonth = asked is { From: { Day: 1 } first, To: { } end } && end == first.AddMonths(1).AddDays(-1);
        var isWeek = asked is { From: { } monday, To: { } sunday } && sunday == monday.AddDays(6);
        return isMonth || isWeek
            ? new MailPeriod(isMonth ? MailRhythm.Monthly : MailRhythm.Weekly, asked.Value, time.GetUtcNow())
            : throw new RefusedParameterException("from", "A report is of seven days or of a calendar month; give its first day as 'from' and its last as 'to'.");
    }

    /// <summary>The report; null where nothing was played in it.</summary>
    public async Task<MailDraft?> ComposeAsync(ListenerProfile listener, MailPeriod subject, CancellationToken cancellationToken) =>
        await reader.ReadReportAsync(listener, subject, cancellationToken) is { } report ? MailReportComposer.Compose(report) : null;
}
