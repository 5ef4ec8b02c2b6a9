using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>What reports are like until a listener chooses: section <c>Mail</c>, whose server is that of <see cref="Providers.Mail.MailOptions"/>.</summary>
internal sealed class MailReportOptions
{
    public const string SectionName = "Mail";

    /// <summary>How often a listener who gave an address gets a report, unless they chose otherwise.</summary>
    public MailRhythm ReportEvery { get; set; } = MailRhythm.Weekly;

    /// <summary>The dashboard's address as the readers of its mails reach it; empty for the one it listens at.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Whether links can be made of <see cref="PublicUrl"/>.</summary>
    internal bool HasPossibleUrl => PublicUrl.Length == 0 || Providers.Http.ServiceAddress.IsUsable(PublicUrl);
}
