namespace SpotifyDashboard.Ingest.History;

/// <summary>Reasons, platform and country as given; empty where the row tells none. Shared by the rows of a file.</summary>
internal sealed record RowCircumstance(string ReasonStart, string ReasonEnd, string Platform, string Country)
{
    /// <summary>Set by the <see cref="Catalogue"/> of the file when it first meets this combination: spares a look-up per row.</summary>
    public int? KnownId { get; set; }

    /// <summary>By the texts alone.</summary>
    public bool Equals(RowCircumstance? other) =>
        other is not null && ReasonStart == other.ReasonStart && ReasonEnd == other.ReasonEnd && Platform == other.Platform && Country == other.Country;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ReasonStart, ReasonEnd, Platform, Country);
}
