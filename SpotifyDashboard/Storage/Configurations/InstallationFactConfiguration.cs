using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class InstallationFactConfiguration : IEntityTypeConfiguration<InstallationFact>
{
    public void Configure(EntityTypeBuilder<InstallationFact> fact)
    {
        fact.ToTable("installation_facts");
        fact.HasKey(f => f.Name);
    }
}
