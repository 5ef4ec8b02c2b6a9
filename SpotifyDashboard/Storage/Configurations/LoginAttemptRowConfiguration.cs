using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class LoginAttemptRowConfiguration : IEntityTypeConfiguration<LoginAttemptRow>
{
    public void Configure(EntityTypeBuilder<LoginAttemptRow> attempt)
    {
        attempt.ToTable("login_attempts");
        attempt.HasKey(a => a.StateHash);
    }
}
