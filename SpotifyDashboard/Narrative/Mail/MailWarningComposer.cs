using System.Globalization;
using static SpotifyDashboard.Narrative.Mail.MailWords;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Writes warnings and the test letter. Pure.</summary>
internal static class MailWarningComposer
{
    /// <summary>The letter of a warning.</summary>
    /// <param name="warning">What is wrong.</param>
    /// <param name="zone">The listener's zone.</param>
    /// <param name="foot">Links.</param>
    public static MailDraft Compose(MailWarning warning, TimeZoneInfo zone, MailFoot foot) => warning switch
    {
        MailWarning.Consent consent => Consent(consent, zone, foot),
        MailWarning.Silence silence => Silence(silence, zone, foot),
        _ => throw new ArgumentOutOfRangeException(nameof(warning)),
    };

    /// <summary>The letter that shows that mail arrives.</summary>
    public static MailDraft Test(MailFoot foot) => Letter(
        "Mail from your dashboard arrives",
        "This is a test",
        "You asked for it on the settings of your stories.",
        ["Reports and warnings will look like this and come to this address."],
        ("See the next report", "/story/mail/preview"),
        foot);

    private static MailDraft Consent(MailWarning.Consent warning, TimeZoneInfo zone, MailFoot foot)
    {
        var left = warning.DaysLeft == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{warning.DaysLeft} days");
        return Letter(
            $"Spotify's consent ends in {left}",
            $"{left} left to log in again",
            $"Consent ends on {At(warning.EndsAt, zone)}.",
            [
                "Spotify lets the dashboard read your plays for six months after a login. Once that is over no new plays come in, and Spotify keeps only your last 50.",
                "Logging in again takes a minute and starts another six months. What is stored stays in any case.",
            ],
            ("Log in again", "/connect"),
            foot);
    }

    private static MailDraft Silence(MailWarning.Silence warning, TimeZoneInfo zone, MailFoot foot) => Letter(
        "Your plays can't be read",
        "No play could be read for a day",
        $"Readings fail since {At(warning.Since, zone)}.",
        [
            warning.NeedsLogin ? "Spotify wants you to log in again." : warning.Reason is { Length: > 0 } reason ? $"The last try said: {OneLine(reason)}" : "The status page says what was tried.",
            "Spotify keeps only your last 50 plays: what you listen to beyond them is missing until you import an export. You get this mail once for each such outage.",
        ],
        warning.NeedsLogin ? ("Log in again", "/connect") : ("Open the status page", "/status"),
        foot);

    private static MailDraft Letter(string subject, string heading, string under, string[] paragraphs, (string Text, string Page) action, MailFoot foot)
    {
        var address = foot.AddressOf(action.Page);
        var html = string.Concat(paragraphs.Select(static paragraph => $"""<p class="ink" style="margin:0 0 12px;{MailFrame.Ink}">{Html(paragraph)}</p>"""));
        return new MailDraft(
            subject,
            MailFrame.Html(subject, under, heading, under, MailFrame.Row(html) + MailFrame.Row(MailFrame.Button(action.Text, address)), foot),
            MailFrame.Text(heading, under, $"{string.Join("\n\n", paragraphs)}\n\n{action.Text}: {address}", foot));
    }

    private static string At(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);
}
