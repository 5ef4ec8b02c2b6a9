using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class TrackConfiguration : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> track)
    {
        track.ToTable("tracks");
        track.HasKey(t => t.Id);
        track.HasOne<Artist>().WithMany().HasForeignKey(t => t.ArtistId).OnDelete(DeleteBehavior.Restrict);
        track.HasOne<Album>().WithMany().HasForeignKey(t => t.AlbumId).OnDelete(DeleteBehavior.Restrict);
        track.HasIndex(t => t.ArtistId).HasDatabaseName("ix_tracks_artist");
        track.HasIndex(t => t.AlbumId).HasDatabaseName("ix_tracks_album");
        track.HasIndex(t => t.SpotifyId).IsUnique().HasDatabaseName("ix_tracks_spotify");

        // One row for each pair of names that came without an id.
        track.HasIndex(t => t.NameKey).IsUnique().HasFilter("spotify_id IS NULL").HasDatabaseName("ix_tracks_name_only");
    }
}
