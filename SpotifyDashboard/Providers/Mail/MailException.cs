namespace SpotifyDashboard.Providers.Mail;

/// <summary>A letter was not sent. The message is a sentence for the listener that names no address.</summary>
public sealed class MailException(MailProblem problem, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What is in the way.</summary>
    public MailProblem Problem { get; } = problem;

    /// <summary>Whether the letter may have arrived all the same, so that another one could be the second.</summary>
    public bool MayHaveArrived => Problem == MailProblem.Unclear;
}
