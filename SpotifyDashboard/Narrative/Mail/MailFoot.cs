namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Where the links of a letter lead.</summary>
/// <param name="Dashboard">The dashboard's address without a slash at its end.</param>
/// <param name="Unsubscribe">Where these mails are ended.</param>
/// <param name="IsThisMachineOnly">Whether the dashboard's address works on its own machine alone.</param>
internal sealed record MailFoot(string Dashboard, Uri Unsubscribe, bool IsThisMachineOnly)
{
    /// <summary>The whole address of a page of the dashboard.</summary>
    /// <param name="page">Its path and query, with a slash at the beginning.</param>
    public string AddressOf(string page) => Dashboard + page;
}
