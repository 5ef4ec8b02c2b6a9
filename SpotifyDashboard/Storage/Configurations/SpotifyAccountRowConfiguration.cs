using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SpotifyAccountRowConfiguration : IEntityTypeConfiguration<SpotifyAccountRow>
{
    public void Configure(EntityTypeBuilder<SpotifyAccountRow> account)
    {
        account.ToTable("spotify_accounts");
        account.HasKey(a => a.ListenerId);
        account.Property(a => a.ListenerId).ValueGeneratedNever();
        account.HasOne<Listener>().WithMany().HasForeignKey(a => a.ListenerId).OnDelete(DeleteBehavior.Cascade);
        account.HasIndex(a => a.AccountId).IsUnique().HasDatabaseName("ix_spotify_accounts_account");
    }
}
