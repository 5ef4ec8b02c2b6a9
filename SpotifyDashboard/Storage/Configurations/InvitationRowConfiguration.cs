using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class InvitationRowConfiguration : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> invitation)
    {
        invitation.ToTable("invitations");
        invitation.HasKey(r => r.Id);
        invitation.HasOne<Listener>().WithMany().HasForeignKey(r => r.ListenerId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasIndex(r => r.CodeHash).IsUnique().HasDatabaseName("ix_invitations_code");
        invitation.HasIndex(r => r.ListenerId).HasDatabaseName("ix_invitations_listener");
    }
}
