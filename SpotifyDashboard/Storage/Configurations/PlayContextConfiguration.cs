using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class PlayContextConfiguration : IEntityTypeConfiguration<PlayContext>
{
    public void Configure(EntityTypeBuilder<PlayContext> context)
    {
        context.ToTable("play_contexts");
        context.HasKey(c => c.Id);
        context.HasIndex(c => c.Uri).IsUnique().HasDatabaseName("ix_play_contexts_uri");
    }
}
