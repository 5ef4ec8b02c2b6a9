using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class MailSettingRowConfiguration : IEntityTypeConfiguration<MailSettingRow>
{
    public void Configure(EntityTypeBuilder<MailSettingRow> setting)
    {
        setting.ToTable("mail_settings");
        setting.HasKey(s => s.ListenerId);
        setting.Property(s => s.ListenerId).ValueGeneratedNever();
        setting.Property(s => s.Rhythm).HasConversion<string>();
        setting.HasOne<Listener>().WithMany().HasForeignKey(s => s.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
