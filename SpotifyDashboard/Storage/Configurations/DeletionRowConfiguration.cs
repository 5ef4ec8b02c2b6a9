using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class DeletionRowConfiguration : IEntityTypeConfiguration<DeletionRow>
{
    public void Configure(EntityTypeBuilder<DeletionRow> row)
    {
        row.ToTable("deletions");
        row.HasKey(r => r.Number);
    }
}
