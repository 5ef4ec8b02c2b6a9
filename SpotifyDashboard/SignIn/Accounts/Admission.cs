using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Whether invitations are taken at all: an owner may close the door without withdrawing each.</summary>
internal sealed class Admission(InstallationFacts facts)
{
    private const string Fact = "accounts:admission";
    private const string Closed = "closed";

    /// <summary>What somebody with an invitation is told while the door is closed.</summary>
    public const string ClosedWords = "This dashboard takes nobody new just now. Ask whoever invited you.";

    /// <summary>Whether new accounts can be made with invitations.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => await facts.FindAsync(Fact, cancellationToken) != Closed;

    /// <summary>Opens or closes the door.</summary>
    public Task SetAsync(bool isOpen, CancellationToken cancellationToken) => facts.SetAsync(Fact, isOpen ? null : Closed, cancellationToken);
}
