using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class MailLetterRowConfiguration : IEntityTypeConfiguration<MailLetterRow>
{
    public void Configure(EntityTypeBuilder<MailLetterRow> letter)
    {
        letter.ToTable("mail_letters");
        letter.HasKey(l => new { l.ListenerId, l.Kind, l.PeriodKey });
        letter.Property(l => l.State).HasConversion<string>();
        letter.HasOne<Listener>().WithMany().HasForeignKey(l => l.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
