using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What showing a page to others needs: links, and whether a public page says whose it is.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121190000_ShareLinks")]
internal sealed class M20261121190000_ShareLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("shows_name_publicly", "listeners", nullable: false, defaultValue: false);
        migrationBuilder.CreateTable(
            "share_links",
            table => new
            {
                id = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", value: true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                listener_id = table.Column<int>(nullable: false),
                token_hash = table.Column<string>(nullable: false),
                page = table.Column<string>(nullable: false),
                shows_name = table.Column<bool>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                revoked_at = table.Column<long>(nullable: true),
                last_seen_at = table.Column<long>(nullable: true),
                uses = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_share_links", x => x.id);
                table.ForeignKey("fk_share_links_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_share_links_token", "share_links", "token_hash", unique: true);
        migrationBuilder.CreateIndex("ix_share_links_listener_created", "share_links", ["listener_id", "created_at"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("share_links");
        migrationBuilder.DropColumn("shows_name_publicly", "listeners");
    }
}
