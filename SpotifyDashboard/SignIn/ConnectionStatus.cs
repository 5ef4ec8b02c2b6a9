namespace SpotifyDashboard.SignIn;

/// <summary>How one listener stands with Spotify.</summary>
/// <param name="State">The state.</param>
/// <param name="ListenerId">Whose; null while nobody has ever logged in.</param>
/// <param name="AccountName">How the listener is called; null where nobody has logged in.</param>
/// <param name="AuthorizedAt">When consent was given (UTC).</param>
/// <param name="ReauthorizeBy">When it runs out (UTC).</param>
/// <param name="DaysLeft">Whole days of consent left, never below 0; null where there is no consent.</param>
/// <param name="Reason">Why a login is needed, in a sentence; null where none is.</param>
public sealed record ConnectionStatus(
    ConnectionState State,
    int? ListenerId,
    string? AccountName,
    DateTimeOffset? AuthorizedAt,
    DateTimeOffset? ReauthorizeBy,
    int? DaysLeft,
    string? Reason)
{
    /// <summary>From how many days on every page reminds of the next login.</summary>
    public const int RemindFromDays = 30;

    /// <summary>Whether the consent ends within <see cref="RemindFromDays"/>.</summary>
    public bool EndsSoon => State == ConnectionState.Connected && DaysLeft <= RemindFromDays;
}
