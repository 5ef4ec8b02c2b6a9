using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class AlbumConfiguration : IEntityTypeConfiguration<Album>
{
    public void Configure(EntityTypeBuilder<Album> album)
    {
        album.ToTable("albums");
        album.HasKey(a => a.Id);
        album.HasOne<Artist>().WithMany().HasForeignKey(a => a.ArtistId).OnDelete(DeleteBehavior.Restrict);
        album.HasIndex(a => new { a.ArtistId, a.Title, a.SpotifyId }).IsUnique().HasDatabaseName("ix_albums_artist_title");

        // Who is known by name only has no id yet.
        album.HasIndex(x => x.SpotifyId).IsUnique().HasFilter("spotify_id <> ''").HasDatabaseName("ix_albums_spotify");
    }
}
