namespace SpotifyDashboard.Components;

/// <summary>Tells what a failure means to who looks at the page.</summary>
public interface IFailureWords
{
    /// <summary>What happened and what mends it, in words; null where there is nothing better to say than that the log knows.</summary>
    string? WordsFor(Exception exception);
}
