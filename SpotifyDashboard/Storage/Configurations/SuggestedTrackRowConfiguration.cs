using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SuggestedTrackRowConfiguration : IEntityTypeConfiguration<SuggestedTrackRow>
{
    public void Configure(EntityTypeBuilder<SuggestedTrackRow> row)
    {
        row.ToTable("suggested_tracks");
        row.HasKey(r => new { r.ListenerId, r.SpotifyId });
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
