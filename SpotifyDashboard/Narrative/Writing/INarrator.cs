using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Writes a story from facts. What it writes is checked by whoever asked, never by itself.</summary>
public interface INarrator
{
    /// <summary>Writes a story.</summary>
    /// <param name="assignment">What to write.</param>
    /// <param name="refused">The earlier try and what was wrong with it, for the one repair; null for the first try.</param>
    /// <param name="arriving">Told each complete sentence of the description as it arrives, in order, unchecked.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="NarratorException">It could not be written; the message tells the listener why, in a sentence.</exception>
    Task<NarratorAnswer> WriteAsync(NarrativeAssignment assignment, RefusedText? refused, Action<string> arriving, CancellationToken cancellationToken);
}
