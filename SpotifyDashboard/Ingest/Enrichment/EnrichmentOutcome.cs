namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>What became of asking; the numbers are stored.</summary>
internal enum EnrichmentOutcome : byte
{
    /// <summary>It knew something.</summary>
    Found,

    /// <summary>It knew nothing; it is asked again much later.</summary>
    Missing,

    /// <summary>It answered, but nothing that makes sense; it is asked again soon.</summary>
    Failed,
}
