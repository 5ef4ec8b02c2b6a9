using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class CachedAnswerRowConfiguration : IEntityTypeConfiguration<CachedAnswerRow>
{
    public void Configure(EntityTypeBuilder<CachedAnswerRow> answer)
    {
        answer.ToTable("cached_answers");
        answer.HasKey(a => a.Key);
        answer.HasIndex(a => a.ExpiresAt).HasDatabaseName("ix_cached_answers_expires");
    }
}
