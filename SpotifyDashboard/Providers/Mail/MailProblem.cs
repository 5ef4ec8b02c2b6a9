namespace SpotifyDashboard.Providers.Mail;

/// <summary>Why a letter was not sent.</summary>
public enum MailProblem
{
    /// <summary>No connection to the server.</summary>
    Unreachable,

    /// <summary>The server did not answer in time, or hung up, before it was given the letter.</summary>
    Broken,

    /// <summary>The server had the letter, or part of it, and never said whether it took it: it may have arrived.</summary>
    Unclear,

    /// <summary>The server asks to come again later (4xx).</summary>
    Busy,

    /// <summary>No encrypted connection, or a certificate that does not verify.</summary>
    Insecure,

    /// <summary>User and password were not accepted, or are missing.</summary>
    LogIn,

    /// <summary>The server does not take letters for this address.</summary>
    Recipient,

    /// <summary>The server refuses the letter or its sender for good (5xx).</summary>
    Refused,

    /// <summary>The letter or the settings can't be used at all.</summary>
    Unusable,
}
