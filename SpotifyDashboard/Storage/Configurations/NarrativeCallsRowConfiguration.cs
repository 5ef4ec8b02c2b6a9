using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class NarrativeCallsRowConfiguration : IEntityTypeConfiguration<NarrativeCallsRow>
{
    public void Configure(EntityTypeBuilder<NarrativeCallsRow> row)
    {
        row.ToTable("narrative_calls");
        row.HasKey(r => new { r.ListenerId, r.Day });
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
