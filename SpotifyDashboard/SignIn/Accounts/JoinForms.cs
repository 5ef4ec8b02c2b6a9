using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>What the page of an invitation shows before anything is entered.</summary>
internal sealed class JoinForms(Invitations invitations, Admission admission, ListenerScope scope, ListenerDirectory listeners, SpotifyApps apps)
{
    /// <summary>The form of an invitation; without <see cref="DoorForm.Inviter"/> where the code opens nothing.</summary>
    public async Task<DoorForm> FindAsync(string code, HttpContext context, CancellationToken cancellationToken)
    {
        var form = DoorReply.NewForm(context);
        if (await invitations.FindAsync(code, cancellationToken) is not { } invitation)
        {
            return form;
        }

        if (!await admission.IsOpenAsync(cancellationToken))
        {
            return form with { Refusal = Admission.ClosedWords };
        }

        using var house = scope.EnterHouse();
        var inviter = await listeners.FindAsync(invitation.ListenerId, cancellationToken);
        var isForGuest = invitation.Role == VisitorRole.Guest;
        var bySpotify = !isForGuest && await apps.FindAsync(cancellationToken) is not null;
        return form with
        {
            Inviter = inviter?.DisplayName ?? "Somebody",
            IsForGuest = isForGuest,
            SpotifyAddress = bySpotify ? $"/join/{Uri.EscapeDataString(code)}/spotify" : null,
        };
    }
}
