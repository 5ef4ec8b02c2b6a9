using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.Configurations;

internal sealed class TrackDocumentConfiguration : IEntityTypeConfiguration<TrackDocument>
{
    public void Configure(EntityTypeBuilder<TrackDocument> document)
    {
        document.ToTable("track_documents");
        document.HasKey(d => new { d.TrackId, d.Provider });
        document.HasOne<Track>().WithMany().HasForeignKey(d => d.TrackId).OnDelete(DeleteBehavior.Cascade);
    }
}
