using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class TopItemRowConfiguration : IEntityTypeConfiguration<TopItemRow>
{
    public void Configure(EntityTypeBuilder<TopItemRow> item)
    {
        item.ToTable("top_items");
        item.HasKey(i => new { i.ListenerId, i.Kind, i.Range, i.Rank });
        item.HasOne<Listener>().WithMany().HasForeignKey(i => i.ListenerId).OnDelete(DeleteBehavior.Cascade);
        item.HasOne<Track>().WithMany().HasForeignKey(i => i.TrackId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Artist>().WithMany().HasForeignKey(i => i.ArtistId).OnDelete(DeleteBehavior.Restrict);
    }
}
