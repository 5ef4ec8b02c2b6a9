using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.People.Own;

/// <summary>Roles, as the API writes them and as pages say them.</summary>
internal static class RoleWords
{
    /// <summary>In one word.</summary>
    public static string Of(VisitorRole role) => role switch
    {
        VisitorRole.Owner => "owner",
        VisitorRole.Listener => "listener",
        _ => "guest",
    };

    /// <summary>In a sentence.</summary>
    public static string Told(VisitorRole role) => role switch
    {
        VisitorRole.Owner => "Owner: has a dashboard of their own and runs the house.",
        VisitorRole.Listener => "Listener: has a dashboard of their own and sees nobody else's.",
        _ => "Guest: sees the dashboard of whoever invited them, and changes nothing.",
    };
}
