namespace SpotifyDashboard.Narrative.Mail;

/// <summary>A checked story as a letter shows it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">Its sentences.</param>
/// <param name="Roast">Its teasing end; may be empty.</param>
/// <param name="Language">BCP 47 language it is written in.</param>
/// <param name="Source">Who wrote it and how it was checked, in a sentence.</param>
internal sealed record MailStory(string Title, string Description, string Roast, string Language, string Source);
