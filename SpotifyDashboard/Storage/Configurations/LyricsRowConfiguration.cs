using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class LyricsRowConfiguration : IEntityTypeConfiguration<LyricsRow>
{
    public void Configure(EntityTypeBuilder<LyricsRow> row)
    {
        row.ToTable("lyrics");
        row.HasKey(r => new { r.ListenerId, r.TrackId });
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
