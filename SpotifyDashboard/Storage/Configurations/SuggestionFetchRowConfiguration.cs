using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SuggestionFetchRowConfiguration : IEntityTypeConfiguration<SuggestionFetchRow>
{
    public void Configure(EntityTypeBuilder<SuggestionFetchRow> row)
    {
        row.ToTable("suggestion_fetches");
        row.HasKey(r => r.ListenerId);
        row.Property(r => r.ListenerId).ValueGeneratedNever();
        row.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
