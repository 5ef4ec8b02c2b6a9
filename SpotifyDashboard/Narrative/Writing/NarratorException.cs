namespace SpotifyDashboard.Narrative.Writing;

/// <summary>A narrator could not write.</summary>
public sealed class NarratorException : Exception
{
    /// <summary>Use the one that says why.</summary>
    public NarratorException()
    {
    }

    /// <inheritdoc cref="NarratorException(string, ModelOutcome, DateTimeOffset?, Exception?)"/>
    public NarratorException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="NarratorException(string, ModelOutcome, DateTimeOffset?, Exception?)"/>
    public NarratorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="message">Why, in a sentence for the listener.</param>
    /// <param name="outcome">What became of the try.</param>
    /// <param name="nextTry">When it is worth trying again (UTC); null where nobody knows.</param>
    /// <param name="innerException">What it was caused by.</param>
    public NarratorException(string message, ModelOutcome outcome, DateTimeOffset? nextTry = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Outcome = outcome;
        NextTry = nextTry;
    }

    /// <summary>What became of the try.</summary>
    public ModelOutcome Outcome { get; } = ModelOutcome.Unreachable;

    /// <summary>When it is worth trying again (UTC); null where nobody knows.</summary>
    public DateTimeOffset? NextTry { get; }
}
