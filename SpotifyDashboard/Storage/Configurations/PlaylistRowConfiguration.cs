using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class PlaylistRowConfiguration : IEntityTypeConfiguration<PlaylistRow>
{
    public void Configure(EntityTypeBuilder<PlaylistRow> row)
    {
        row.ToTable("playlists");
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => new { r.ListenerId, r.AskedAt }).HasDatabaseName("ix_playlists_listener_asked");
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
