using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Session;

/// <summary>Who looks at this tab. In <c>Local</c> mode <see cref="Visitor.Local"/>; with accounts whoever signed in, for as long as the tab lives.</summary>
public sealed class CurrentVisitor(ListenerScope scope)
{
    private Visitor? _told;

    /// <summary>The visitor; null where accounts are on and nobody signed in.</summary>
    public Visitor? Visitor => scope.NeedsVisitor ? _told : Session.Visitor.Local;

    /// <summary>Whether they may change anything but their own account: guests only look.</summary>
    public bool MayChange => Visitor is { MayChange: true };

    /// <summary>Whether there are accounts at all, and so something to sign out of.</summary>
    public bool HasAccounts => scope.NeedsVisitor;

    /// <summary>The visitor of a request: as <see cref="Visitor"/> says it for a tab.</summary>
    public static Visitor? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<ListenerScope>().NeedsVisitor ? Session.Visitor.Of(context.User) : Session.Visitor.Local;
    }

    /// <summary>Told by whoever opens the tab's circuit, before anything is drawn.</summary>
    internal void Tell(Visitor? visitor) => _told = visitor;
}
