namespace SpotifyDashboard.Storage;

/// <summary>What became of a letter.</summary>
public enum MailLetterState
{
    /// <summary>Somebody is sending it; if they died, nobody knows whether it went out, and it is not sent again.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>It certainly did not go out; it is tried again.</summary>
    Failed,

    /// <summary>It may have gone out, and is not sent again.</summary>
    Unclear,

    /// <summary>There was nothing to tell.</summary>
    Skipped,
}
