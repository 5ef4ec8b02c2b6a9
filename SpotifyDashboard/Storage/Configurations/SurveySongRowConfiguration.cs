using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SurveySongRowConfiguration : IEntityTypeConfiguration<SurveySongRow>
{
    public void Configure(EntityTypeBuilder<SurveySongRow> song)
    {
        song.ToTable("survey_songs");
        song.HasKey(s => new { s.ListenerId, s.SongKey });
        song.HasOne<Listener>().WithMany().HasForeignKey(s => s.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
