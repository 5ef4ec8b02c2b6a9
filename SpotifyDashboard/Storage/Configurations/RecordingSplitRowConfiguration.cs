using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class RecordingSplitRowConfiguration : IEntityTypeConfiguration<RecordingSplitRow>
{
    public void Configure(EntityTypeBuilder<RecordingSplitRow> split)
    {
        split.ToTable("recording_splits");
        split.HasKey(s => new { s.ListenerId, s.TrackId, s.OtherTrackId });
        split.HasOne<Listener>().WithMany().HasForeignKey(s => s.ListenerId).OnDelete(DeleteBehavior.Cascade);
        split.HasOne<Track>().WithMany().HasForeignKey(s => s.TrackId).OnDelete(DeleteBehavior.Cascade);
        split.HasOne<Track>().WithMany().HasForeignKey(s => s.OtherTrackId).OnDelete(DeleteBehavior.Cascade);
    }
}
