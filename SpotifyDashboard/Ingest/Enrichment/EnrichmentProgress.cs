using System.Collections.Concurrent;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>What each lane does at the moment, as far as this process works.</summary>
internal sealed class EnrichmentProgress
{
    private readonly ConcurrentDictionary<EnrichmentQuestion, LaneState> _states = [];

    /// <summary>What a lane does; at rest where it has not begun.</summary>
    public LaneState Of(EnrichmentQuestion question) => _states.GetValueOrDefault(question) ?? LaneState.AtRest;

    /// <summary>Notes what a lane does.</summary>
    public void Set(EnrichmentQuestion question, LaneState state) => _states[question] = state;
}
