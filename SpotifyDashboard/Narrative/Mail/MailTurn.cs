namespace SpotifyDashboard.Narrative.Mail;

/// <summary>The right to send one letter now, which nobody else has.</summary>
/// <param name="ListenerId">To whom.</param>
/// <param name="Kind">What kind of letter.</param>
/// <param name="Key">Which period.</param>
/// <param name="MessageId">What it is known by, in every try.</param>
/// <param name="Attempt">Which try it is, 1 the first.</param>
internal sealed record MailTurn(int ListenerId, string Kind, string Key, string MessageId, int Attempt);
