namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>What a provider is asked about; the numbers are stored.</summary>
internal enum EnrichmentSubject : byte
{
    /// <summary>A track.</summary>
    Track,

    /// <summary>An artist.</summary>
    Artist,
}
