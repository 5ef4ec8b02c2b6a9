using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ReplicaRowConfiguration : IEntityTypeConfiguration<ReplicaRow>
{
    public void Configure(EntityTypeBuilder<ReplicaRow> replica)
    {
        replica.ToTable("replicas");
        replica.HasKey(r => r.Name);
    }
}
