using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SessionRowConfiguration : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> session)
    {
        session.ToTable("sessions");
        session.HasKey(r => r.Id);
        session.HasOne<AccountRow>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        session.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(r => r.TokenHash).IsUnique().HasDatabaseName("ix_sessions_token");
        session.HasIndex(r => r.AccountId).HasDatabaseName("ix_sessions_account");
        session.HasIndex(r => r.ListenerId).HasDatabaseName("ix_sessions_listener");
    }
}
