using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class PlayConfiguration : IEntityTypeConfiguration<Play>
{
    public void Configure(EntityTypeBuilder<Play> play)
    {
        play.ToTable("plays");

        // Time first: the log reads one listener from end to end, and new plays land at the end.
        play.HasKey(p => new { p.ListenerId, p.StartedAt, p.Id });
        play.HasOne<Listener>().WithMany().HasForeignKey(p => p.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
