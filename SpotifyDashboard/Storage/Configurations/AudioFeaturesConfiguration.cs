using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class AudioFeaturesConfiguration : IEntityTypeConfiguration<AudioFeatures>
{
    public void Configure(EntityTypeBuilder<AudioFeatures> features)
    {
        features.ToTable("audio_features");
        features.HasKey(f => f.TrackId);
        features.Property(f => f.TrackId).ValueGeneratedNever();
        features.HasOne<Track>().WithOne().HasForeignKey<AudioFeatures>(f => f.TrackId).OnDelete(DeleteBehavior.Cascade);
    }
}
