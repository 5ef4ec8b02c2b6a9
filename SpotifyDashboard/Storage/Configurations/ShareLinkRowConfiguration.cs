using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ShareLinkRowConfiguration : IEntityTypeConfiguration<ShareLinkRow>
{
    public void Configure(EntityTypeBuilder<ShareLinkRow> link)
    {
        link.ToTable("share_links");
        link.HasKey(l => l.Id);
        link.HasOne<Listener>().WithMany().HasForeignKey(l => l.ListenerId).OnDelete(DeleteBehavior.Cascade);
        link.HasIndex(l => l.TokenHash).IsUnique().HasDatabaseName("ix_share_links_token");
        link.HasIndex(l => new { l.ListenerId, l.CreatedAt }).HasDatabaseName("ix_share_links_listener_created");
    }
}
