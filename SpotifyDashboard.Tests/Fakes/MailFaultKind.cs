namespace SpotifyDashboard.Tests.Fakes;

/// <summary>How a mail server fails.</summary>
internal enum MailFaultKind
{
    /// <summary>Answers with a refusal.</summary>
    Answer,

    /// <summary>Says nothing any more.</summary>
    Stall,

    /// <summary>Hangs up.</summary>
    Drop,
}
