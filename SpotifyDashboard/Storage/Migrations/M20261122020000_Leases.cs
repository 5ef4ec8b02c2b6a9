using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>Who may do what among several processes, and which processes there are; turns to poll and the leave to enrich are leases now.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261122020000_Leases")]
internal sealed class M20261122020000_Leases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "leases",
            table => new
            {
                name = table.Column<string>(nullable: false),
                holder = table.Column<string>(nullable: true),
                fence = table.Column<long>(nullable: false),
                length_ms = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_leases", x => x.name));
        migrationBuilder.CreateTable(
            "replicas",
            table => new
            {
                name = table.Column<string>(nullable: false),
                machine = table.Column<string>(nullable: false),
                version = table.Column<string>(nullable: false),
                started_at = table.Column<long>(nullable: false),
                seen_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_replicas", x => x.name));

        // As statements: EF Core would build the table anew on SQLite, which can drop a column by itself.
        migrationBuilder.Sql("ALTER TABLE poll_states DROP COLUMN claimed_by");
        migrationBuilder.Sql("ALTER TABLE poll_states DROP COLUMN claimed_until");
        migrationBuilder.Sql("DELETE FROM installation_facts WHERE name = 'enrichment:holder'");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("ALTER TABLE poll_states ADD COLUMN claimed_by TEXT");
        migrationBuilder.Sql("ALTER TABLE poll_states ADD COLUMN claimed_until BIGINT");
        migrationBuilder.DropTable("replicas");
        migrationBuilder.DropTable("leases");
    }
}
