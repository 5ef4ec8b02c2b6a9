using System.Globalization;
using System.Security.Claims;

namespace SpotifyDashboard.Session;

/// <summary>Who looks at the dashboard, as the signed-in principal says it.</summary>
/// <param name="AccountId">The account's number; 0 in <c>Local</c> mode, where there are none.</param>
/// <param name="ListenerId">Whose dashboard they see: their own, or for a guest that of the listener who invited them; 0 in <c>Local</c> mode.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">How the dashboard calls them.</param>
public sealed record Visitor(int AccountId, int ListenerId, VisitorRole Role, string Name)
{
    private const string ListenerClaim = "listener";

    /// <summary>Whoever reaches a dashboard in <c>Local</c> mode: its one listener, who may do everything.</summary>
    public static Visitor Local { get; } = new(0, 0, VisitorRole.Owner, "You");

    /// <summary>Whether they may change anything but their own account.</summary>
    public bool MayChange => Role != VisitorRole.Guest;

    /// <summary>Whether they run the house.</summary>
    public bool IsOwner => Role == VisitorRole.Owner;

    /// <summary>The visitor that <paramref name="principal"/> names; null where nobody signed in.</summary>
    public static Visitor? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity is { IsAuthenticated: true }
            && int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var account)
            && int.TryParse(principal.FindFirstValue(ListenerClaim), CultureInfo.InvariantCulture, out var listener)
            && Enum.TryParse<VisitorRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Visitor(account, listener, role, principal.FindFirstValue(ClaimTypes.Name) ?? "")
            : null;
    }

    /// <summary>What a principal says of this visitor; who signed them in adds what it needs itself.</summary>
    public IEnumerable<Claim> ToClaims() =>
    [
        new(ClaimTypes.NameIdentifier, AccountId.ToString(CultureInfo.InvariantCulture)),
        new(ListenerClaim, ListenerId.ToString(CultureInfo.InvariantCulture)),
        new(ClaimTypes.Role, Role.ToString()),
        new(ClaimTypes.Name, Name),
    ];
}
