using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class PasskeyRowConfiguration : IEntityTypeConfiguration<PasskeyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyRow> passkey)
    {
        passkey.ToTable("passkeys");
        passkey.HasKey(r => r.Id);
        passkey.HasOne<AccountRow>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        passkey.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
        passkey.HasIndex(r => r.CredentialId).IsUnique().HasDatabaseName("ix_passkeys_credential");
        passkey.HasIndex(r => r.AccountId).HasDatabaseName("ix_passkeys_account");
        passkey.HasIndex(r => r.ListenerId).HasDatabaseName("ix_passkeys_listener");
    }
}
