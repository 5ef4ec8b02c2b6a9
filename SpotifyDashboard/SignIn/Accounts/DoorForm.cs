using Microsoft.AspNetCore.Antiforgery;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What a page before signing in shows: what was entered, what is wrong with it, and the token that shows that the form was ours.</summary>
/// <param name="Token">The antiforgery token.</param>
public sealed record DoorForm(AntiforgeryTokenSet Token)
{
    /// <summary>What is wrong, in a sentence; null where nothing is.</summary>
    public string? Refusal { get; init; }

    /// <summary>What can be done about it; null where nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The name to sign in with, as entered.</summary>
    public string LoginName { get; init; } = "";

    /// <summary>How the dashboard shall call them, as entered.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The setup code, as entered.</summary>
    public string Code { get; init; } = "";

    /// <summary>The page to go to afterwards.</summary>
    public string Back { get; init; } = "/";

    /// <summary>Where signing in with Spotify begins; null where that can't be done.</summary>
    public string? SpotifyAddress { get; init; }

    /// <summary>Whether one may sign in with a passkey at this address.</summary>
    public bool OffersPasskeys { get; init; }

    /// <summary>Who invited; null on other pages.</summary>
    public string? Inviter { get; init; }

    /// <summary>Whether the invitation is a guest's.</summary>
    public bool IsForGuest { get; init; }
}
