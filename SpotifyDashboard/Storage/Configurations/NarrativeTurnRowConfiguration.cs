using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class NarrativeTurnRowConfiguration : IEntityTypeConfiguration<NarrativeTurnRow>
{
    public void Configure(EntityTypeBuilder<NarrativeTurnRow> row)
    {
        row.ToTable("narrative_turns");
        row.HasKey(r => new { r.ListenerId, r.Occasion, r.PeriodKey });
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
