namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>One kind of question to one provider. Lanes run side by side, so that a slow or failing provider holds up none but itself.</summary>
internal interface IEnrichmentLane
{
    /// <summary>What is asked and of whom.</summary>
    EnrichmentQuestion Question { get; }

    /// <summary>Asks about the next few, most played first, and stores what came in one transaction.</summary>
    /// <returns>How many were asked about; 0 where nothing waits or nobody can be asked.</returns>
    /// <exception cref="Providers.Http.ProviderException">The provider failed; what it gave before is stored.</exception>
    Task<int> StepAsync(CancellationToken cancellationToken);
}
