using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What editing a history needs: the sightings whose plays were removed.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121180000_HistoryEdits")]
internal sealed class M20261121180000_HistoryEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "removed_sightings",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            sighting_id = table.Column<long>(nullable: false),
            removed_at = table.Column<long>(nullable: false),
            restored_at = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_removed_sightings", x => new { x.listener_id, x.sighting_id });
            table.ForeignKey("fk_removed_sightings_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("removed_sightings");
}
