namespace SpotifyDashboard.Jobs;

/// <summary>Ends a job as failed with a sentence for the listener and, where there is one, the result so far.</summary>
public class JobFailedException(string message, object? result = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What came of it all the same; written as JSON like a success.</summary>
    public object? Result { get; } = result;
}
