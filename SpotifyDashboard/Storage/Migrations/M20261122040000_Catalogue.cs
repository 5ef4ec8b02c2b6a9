using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What all listeners share has a version of its own, so that learning of a track does not touch the row of every listener; and a way leads from a track to its sightings.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261122040000_Catalogue")]
internal sealed class M20261122040000_Catalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "catalogue",
            table => new
            {
                id = table.Column<int>(nullable: false),
                version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_catalogue", x => x.id));
        migrationBuilder.CreateIndex("ix_sightings_track", "sightings", "track_id");
        if (migrationBuilder.ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal))
        {
            // Told like plays, of the listener 0, whom nobody is.
            migrationBuilder.Sql("CREATE TRIGGER tell_plays AFTER INSERT OR UPDATE ON catalogue FOR EACH ROW EXECUTE FUNCTION dashboard_tell('plays', 'id')");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_sightings_track", "sightings");
        migrationBuilder.DropTable("catalogue");
    }
}
