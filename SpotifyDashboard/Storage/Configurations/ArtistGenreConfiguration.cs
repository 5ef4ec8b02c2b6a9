using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ArtistGenreConfiguration : IEntityTypeConfiguration<ArtistGenre>
{
    public void Configure(EntityTypeBuilder<ArtistGenre> genre)
    {
        genre.ToTable("artist_genres");
        genre.HasKey(g => new { g.ArtistId, g.Genre, g.Provenance });
        genre.HasOne<Artist>().WithMany().HasForeignKey(g => g.ArtistId).OnDelete(DeleteBehavior.Cascade);
    }
}
