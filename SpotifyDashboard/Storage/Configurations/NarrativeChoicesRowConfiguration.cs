using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class NarrativeChoicesRowConfiguration : IEntityTypeConfiguration<NarrativeChoicesRow>
{
    public void Configure(EntityTypeBuilder<NarrativeChoicesRow> row)
    {
        row.ToTable("narrative_choices");
        row.HasKey(r => r.ListenerId);
        row.Property(r => r.ListenerId).ValueGeneratedNever();
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
