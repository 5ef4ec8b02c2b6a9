using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class ListenerConfiguration : IEntityTypeConfiguration<Listener>
{
    public void Configure(EntityTypeBuilder<Listener> listener)
    {
        listener.ToTable("listeners");
        listener.HasKey(l => l.Id);
        listener.Property(l => l.ShowsNamePublicly).HasDefaultValue(false);
        listener.Ignore(l => l.ReauthorizeBy);
    }
}
