using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SpokenSightingConfiguration : IEntityTypeConfiguration<SpokenSighting>
{
    public void Configure(EntityTypeBuilder<SpokenSighting> sighting)
    {
        sighting.ToTable("spoken_sightings");
        sighting.HasKey(s => new { s.ListenerId, s.EndedAt, s.Kind, s.Uri, s.Title, s.MsPlayed });
        sighting.HasOne<Listener>().WithMany().HasForeignKey(s => s.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
