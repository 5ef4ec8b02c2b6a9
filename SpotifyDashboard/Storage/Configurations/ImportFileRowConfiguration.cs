using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ImportFileRowConfiguration : IEntityTypeConfiguration<ImportFileRow>
{
    public void Configure(EntityTypeBuilder<ImportFileRow> file)
    {
        file.ToTable("import_files");
        file.HasKey(f => f.Id);
        file.HasOne<Listener>().WithMany().HasForeignKey(f => f.ListenerId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<JobRow>().WithMany().HasForeignKey(f => f.JobId).OnDelete(DeleteBehavior.Cascade);
        file.HasIndex(f => new { f.ListenerId, f.FinishedAt }).HasDatabaseName("ix_import_files_listener_finished");
        file.HasIndex(f => new { f.JobId, f.Name }).IsUnique().HasDatabaseName("ix_import_files_job_name");
    }
}
