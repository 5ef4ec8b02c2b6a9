using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SightingConfiguration : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> sighting)
    {
        sighting.ToTable("sightings");
        sighting.HasKey(s => s.Id);

        // Given by the writer under the write lock, so that "newer than the last one seen" is a range of the key.
        sighting.Property(s => s.Id).ValueGeneratedNever();
        sighting.HasOne<Listener>().WithMany().HasForeignKey(s => s.ListenerId).OnDelete(DeleteBehavior.Cascade);
        sighting.HasOne<Track>().WithMany().HasForeignKey(s => s.TrackId).OnDelete(DeleteBehavior.Restrict);

        // A track that nobody has any more is deleted without reading every sighting for it.
        sighting.HasIndex(s => s.TrackId).HasDatabaseName("ix_sightings_track");

        // What makes polls, imports and retries repeatable without harm.
        sighting.HasIndex(s => new { s.ListenerId, s.EndedAt, s.Source, s.TrackId, s.MsPlayed, s.OfflineTimestamp, s.Occurrence })
            .IsUnique()
            .HasDatabaseName("ix_sightings_natural");
    }
}
