using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ServiceBlockRowConfiguration : IEntityTypeConfiguration<ServiceBlockRow>
{
    public void Configure(EntityTypeBuilder<ServiceBlockRow> block)
    {
        block.ToTable("service_blocks");
        block.HasKey(b => new { b.Service, b.EndpointGroup });
    }
}
