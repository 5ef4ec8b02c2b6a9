namespace SpotifyDashboard.Providers.Http;

/// <summary>Carries the verdict on one attempt through the pipeline; never leaves the <see cref="ServiceCaller"/>.</summary>
internal sealed class FailedAttemptException(Verdict verdict, bool isRepeated) : Exception(verdict.Exception.Message, verdict.Exception.InnerException)
{
    public Verdict Verdict => verdict;

    /// <summary>Whether another attempt is worth it.</summary>
    public bool IsRepeated => isRepeated;
}
