using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class JobRowConfiguration : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> job)
    {
        job.ToTable("jobs");
        job.HasKey(j => j.Id);
        job.Property(j => j.Id).ValueGeneratedNever();
        job.HasOne<Listener>().WithMany().HasForeignKey(j => j.ListenerId).OnDelete(DeleteBehavior.Cascade);
        job.HasIndex(j => new { j.ListenerId, j.CreatedAt }).HasDatabaseName("ix_jobs_listener_created");
    }
}
