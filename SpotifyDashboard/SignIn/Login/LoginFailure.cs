namespace SpotifyDashboard.SignIn.Login;

/// <summary>Why a login came to nothing.</summary>
internal enum LoginFailure
{
    /// <summary>No client id is known.</summary>
    NotConfigured,

    /// <summary>The listener refused at Spotify.</summary>
    Denied,

    /// <summary>The login was not begun here, was used already, or took too long.</summary>
    UnknownState,

    /// <summary>It was begun in another browser.</summary>
    OtherBrowser,

    /// <summary>The dashboard belongs to another account.</summary>
    OtherAccount,

    /// <summary>Spotify refused the code or the account.</summary>
    Refused,

    /// <summary>Spotify could not be asked just now.</summary>
    Unavailable,
}
