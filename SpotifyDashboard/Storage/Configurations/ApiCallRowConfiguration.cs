using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ApiCallRowConfiguration : IEntityTypeConfiguration<ApiCallRow>
{
    public void Configure(EntityTypeBuilder<ApiCallRow> call)
    {
        call.ToTable("api_calls");
        call.HasKey(c => c.Id);
        call.HasIndex(c => c.At).HasDatabaseName("ix_api_calls_at");
        call.HasIndex(c => new { c.App, c.At }).HasDatabaseName("ix_api_calls_app_at");
    }
}
