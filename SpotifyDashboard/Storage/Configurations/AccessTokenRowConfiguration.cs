using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class AccessTokenRowConfiguration : IEntityTypeConfiguration<AccessTokenRow>
{
    public void Configure(EntityTypeBuilder<AccessTokenRow> token)
    {
        token.ToTable("access_tokens");
        token.HasKey(r => r.Id);
        token.HasOne<AccountRow>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        token.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
        token.HasIndex(r => r.TokenHash).IsUnique().HasDatabaseName("ix_access_tokens_token");
        token.HasIndex(r => r.AccountId).HasDatabaseName("ix_access_tokens_account");
        token.HasIndex(r => r.ListenerId).HasDatabaseName("ix_access_tokens_listener");
    }
}
