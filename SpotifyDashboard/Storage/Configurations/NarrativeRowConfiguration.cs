using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class NarrativeRowConfiguration : IEntityTypeConfiguration<NarrativeRow>
{
    public void Configure(EntityTypeBuilder<NarrativeRow> row)
    {
        row.ToTable("narratives");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => new { r.ListenerId, r.CreatedAt }).HasDatabaseName("ix_narratives_listener_created");
        row.HasIndex(r => new { r.ListenerId, r.Occasion, r.PeriodKey }).IsUnique().HasDatabaseName("ix_narratives_scheduled");
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
