using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class PollStateRowConfiguration : IEntityTypeConfiguration<PollStateRow>
{
    public void Configure(EntityTypeBuilder<PollStateRow> poll)
    {
        poll.ToTable("poll_states");
        poll.HasKey(p => p.ListenerId);
        poll.Property(p => p.ListenerId).ValueGeneratedNever();
        poll.HasOne<Listener>().WithMany().HasForeignKey(p => p.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
