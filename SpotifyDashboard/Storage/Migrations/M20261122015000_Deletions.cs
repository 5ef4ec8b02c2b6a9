using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>Deletions that were asked for, and their receipts.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261122015000_Deletions")]
internal sealed class M20261122015000_Deletions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "deletions",
        table => new
        {
            number = table.Column<string>(nullable: false),
            subject_id = table.Column<int>(nullable: true),
            is_account_only = table.Column<bool>(nullable: false),
            by_owner = table.Column<bool>(nullable: false),
            asked_at = table.Column<long>(nullable: false),
            erased_at = table.Column<long>(nullable: true),
            done_at = table.Column<long>(nullable: true),
            document = table.Column<string>(nullable: true),
            checksum = table.Column<string>(nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_deletions", x => x.number));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("deletions");
}
