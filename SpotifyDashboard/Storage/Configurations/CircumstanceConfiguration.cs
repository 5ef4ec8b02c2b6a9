using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class CircumstanceConfiguration : IEntityTypeConfiguration<Circumstance>
{
    public void Configure(EntityTypeBuilder<Circumstance> circumstance)
    {
        circumstance.ToTable("circumstances");
        circumstance.HasKey(c => c.Id);
        circumstance.HasIndex(c => new { c.ReasonStart, c.ReasonEnd, c.Platform, c.Country }).IsUnique().HasDatabaseName("ix_circumstances");
    }
}
