namespace SpotifyDashboard.Ingest.History;

/// <summary>Reasons, platform and country as given; empty where the row tells none. Shared by the rows of a file.</summary>
internal sealed record RowCircumstance(string ReasonStart, string ReasonEnd, string Platform, string Country)
{
    /// <summary>Set by the <see cref="Catalogue"/> of the file when it first meets this combination.</summary>
    public int? KnownId { get; set; }
}
