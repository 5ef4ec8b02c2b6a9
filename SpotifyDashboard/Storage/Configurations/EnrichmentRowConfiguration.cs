using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class EnrichmentRowConfiguration : IEntityTypeConfiguration<EnrichmentRow>
{
    public void Configure(EntityTypeBuilder<EnrichmentRow> enrichment)
    {
        enrichment.ToTable("enrichments");
        enrichment.HasKey(e => new { e.Subject, e.SubjectId, e.Provider });
    }
}
