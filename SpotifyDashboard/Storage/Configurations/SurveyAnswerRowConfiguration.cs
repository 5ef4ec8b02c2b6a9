using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class SurveyAnswerRowConfiguration : IEntityTypeConfiguration<SurveyAnswerRow>
{
    public void Configure(EntityTypeBuilder<SurveyAnswerRow> answer)
    {
        answer.ToTable("survey_answers");
        answer.HasKey(a => new { a.ListenerId, a.Source, a.Id });
        answer.HasOne<Listener>().WithMany().HasForeignKey(a => a.ListenerId).OnDelete(DeleteBehavior.Cascade);
    }
}
