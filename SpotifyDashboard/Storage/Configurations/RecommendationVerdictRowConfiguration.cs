using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class RecommendationVerdictRowConfiguration : IEntityTypeConfiguration<RecommendationVerdictRow>
{
    public void Configure(EntityTypeBuilder<RecommendationVerdictRow> row)
    {
        row.ToTable("recommendation_verdicts");
        row.HasKey(r => new { r.ListenerId, r.TrackId });
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
