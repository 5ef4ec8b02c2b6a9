namespace SpotifyDashboard.Narrative.Mail;

/// <summary>What a letter says, not yet addressed.</summary>
/// <param name="Subject">One line without any name of music.</param>
/// <param name="Html">A whole HTML document that loads nothing.</param>
/// <param name="Text">The same in plain text.</param>
internal sealed record MailDraft(string Subject, string Html, string Text);
