using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class AccountRowConfiguration : IEntityTypeConfiguration<AccountRow>
{
    public void Configure(EntityTypeBuilder<AccountRow> account)
    {
        account.ToTable("accounts");
        account.HasKey(r => r.Id);
        account.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
        account.HasIndex(r => r.LoginName).IsUnique().HasDatabaseName("ix_accounts_login_name");
        account.HasIndex(r => r.ListenerId).HasDatabaseName("ix_accounts_listener");
    }
}
