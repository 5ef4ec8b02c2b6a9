using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ServiceStateRowConfiguration : IEntityTypeConfiguration<ServiceStateRow>
{
    public void Configure(EntityTypeBuilder<ServiceStateRow> state)
    {
        state.ToTable("service_states");
        state.HasKey(s => s.Service);
    }
}
