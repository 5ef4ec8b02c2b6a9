using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class LibraryTrackConfiguration : IEntityTypeConfiguration<LibraryTrack>
{
    public void Configure(EntityTypeBuilder<LibraryTrack> saved)
    {
        saved.ToTable("library_tracks");
        saved.HasKey(t => new { t.ListenerId, t.TrackId });
        saved.HasOne<Listener>().WithMany().HasForeignKey(t => t.ListenerId).OnDelete(DeleteBehavior.Cascade);
        saved.HasOne<Track>().WithMany().HasForeignKey(t => t.TrackId).OnDelete(DeleteBehavior.Restrict);
        saved.HasIndex(t => t.TrackId).HasDatabaseName("ix_library_tracks_track");
    }
}
