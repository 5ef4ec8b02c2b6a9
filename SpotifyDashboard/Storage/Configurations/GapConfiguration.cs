using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class GapConfiguration : IEntityTypeConfiguration<Gap>
{
    public void Configure(EntityTypeBuilder<Gap> gap)
    {
        gap.ToTable("gaps");
        gap.HasKey(g => g.Id);
        gap.HasOne<Listener>().WithMany().HasForeignKey(g => g.ListenerId).OnDelete(DeleteBehavior.Cascade);
        gap.HasIndex(g => new { g.ListenerId, g.FromAt, g.ToAt }).IsUnique().HasDatabaseName("ix_gaps_listener_from");
    }
}
