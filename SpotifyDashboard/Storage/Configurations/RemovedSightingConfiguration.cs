using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class RemovedSightingConfiguration : IEntityTypeConfiguration<RemovedSighting>
{
    public void Configure(EntityTypeBuilder<RemovedSighting> removed)
    {
        removed.ToTable("removed_sightings");
        removed.HasKey(r => new { r.ListenerId, r.SightingId });
        removed.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
