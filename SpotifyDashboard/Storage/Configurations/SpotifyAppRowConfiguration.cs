using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SpotifyAppRowConfiguration : IEntityTypeConfiguration<SpotifyAppRow>
{
    public void Configure(EntityTypeBuilder<SpotifyAppRow> app)
    {
        app.ToTable("spotify_apps");
        app.HasKey(r => r.ListenerId);
        app.Property(r => r.ListenerId).ValueGeneratedNever();
        app.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
