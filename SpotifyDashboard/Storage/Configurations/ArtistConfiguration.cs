using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ArtistConfiguration : IEntityTypeConfiguration<Artist>
{
    public void Configure(EntityTypeBuilder<Artist> artist)
    {
        artist.ToTable("artists");
        artist.HasKey(a => a.Id);
        artist.HasIndex(a => new { a.Name, a.SpotifyId }).IsUnique().HasDatabaseName("ix_artists_name");

        // Who is known by name only has no id yet.
        artist.HasIndex(x => x.SpotifyId).IsUnique().HasFilter("spotify_id <> ''").HasDatabaseName("ix_artists_spotify");
    }
}
