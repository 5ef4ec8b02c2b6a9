namespace SpotifyDashboard.Tests.Fakes;

/// <summary>What a mail server does wrong at one point of the conversation.</summary>
/// <param name="Kind">What.</param>
/// <param name="Answer">The refusal with its code, for <see cref="MailFaultKind.Answer"/>.</param>
internal sealed record MailFault(MailFaultKind Kind, string Answer = "")
{
    public static MailFault Stall { get; } = new(MailFaultKind.Stall);

    public static MailFault Drop { get; } = new(MailFaultKind.Drop);

    public static MailFault Say(string answer) => new(MailFaultKind.Answer, answer);
}
