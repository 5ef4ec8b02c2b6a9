using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SignInGuessRowConfiguration : IEntityTypeConfiguration<SignInGuessRow>
{
    public void Configure(EntityTypeBuilder<SignInGuessRow> guess)
    {
        guess.ToTable("sign_in_guesses");
        guess.HasKey(r => r.KeyHash);
    }
}
