using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class MoodAnchorRowConfiguration : IEntityTypeConfiguration<MoodAnchorRow>
{
    public void Configure(EntityTypeBuilder<MoodAnchorRow> anchor)
    {
        anchor.ToTable("mood_anchors");
        anchor.HasKey(a => new { a.ListenerId, a.Choice });
        anchor.HasOne<Listener>().WithMany().HasForeignKey(a => a.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
