using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class LyricsChoiceRowConfiguration : IEntityTypeConfiguration<LyricsChoiceRow>
{
    public void Configure(EntityTypeBuilder<LyricsChoiceRow> row)
    {
        row.ToTable("lyrics_choices");
        row.HasKey(r => r.ListenerId);
        row.Property(r => r.ListenerId).ValueGeneratedNever();
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
