using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What moods were called, how large they were, and what became of them.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121200000_MoodMemory")]
internal sealed class M20261121200000_MoodMemory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("moods", "mood_anchors", nullable: true);
        migrationBuilder.AddColumn<string>("changes", "mood_anchors", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("changes", "mood_anchors");
        migrationBuilder.DropColumn("moods", "mood_anchors");
    }
}
