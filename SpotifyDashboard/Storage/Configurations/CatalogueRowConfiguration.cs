using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class CatalogueRowConfiguration : IEntityTypeConfiguration<CatalogueRow>
{
    public void Configure(EntityTypeBuilder<CatalogueRow> catalogue)
    {
        catalogue.ToTable("catalogue");
        catalogue.HasKey(c => c.Id);
        catalogue.Property(c => c.Id).ValueGeneratedNever();
    }
}
