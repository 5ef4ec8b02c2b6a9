using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ValueOriginConfiguration : IEntityTypeConfiguration<ValueOrigin>
{
    public void Configure(EntityTypeBuilder<ValueOrigin> origin)
    {
        origin.ToTable("value_origins");
        origin.HasKey(o => new { o.TrackId, o.Field });
        origin.HasOne<Track>().WithMany().HasForeignKey(o => o.TrackId).OnDelete(DeleteBehavior.Cascade);
    }
}
