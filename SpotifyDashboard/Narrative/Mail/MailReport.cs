using System.Globalization;

namespace SpotifyDashboard.Narrative.Mail;

/// <summary>All that a report tells.</summary>
/// <param name="Subject">Which week or month.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Story">Its story; null where there is none.</param>
/// <param name="Culture">Whose separators numbers are written with.</param>
/// <param name="Foot">Links, and how to end these mails.</param>
internal sealed record MailReport(MailPeriod Subject, MailFigures Figures, MailStory? Story, CultureInfo Culture, MailFoot Foot);
