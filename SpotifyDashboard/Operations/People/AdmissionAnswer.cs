namespace SpotifyDashboard.Operations.People;

/// <summary>Whether new accounts can be made.</summary>
/// <param name="Open">Whether invitations are taken.</param>
internal sealed record AdmissionAnswer(bool Open);
