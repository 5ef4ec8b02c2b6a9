using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>Where listeners want mail, and what was sent to them.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121232000_Mail")]
internal sealed class M20261121232000_Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mail_settings",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                recipient = table.Column<string>(nullable: false),
                rhythm = table.Column<string>(nullable: false),
                warns = table.Column<bool>(nullable: false),
                since = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_mail_settings", x => x.listener_id);
                table.ForeignKey("fk_mail_settings_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "mail_letters",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                kind = table.Column<string>(nullable: false),
                period_key = table.Column<string>(nullable: false),
                state = table.Column<string>(nullable: false),
                message_id = table.Column<string>(nullable: false),
                attempts = table.Column<int>(nullable: false),
                claimed_at = table.Column<long>(nullable: false),
                next_try_at = table.Column<long>(nullable: true),
                sent_at = table.Column<long>(nullable: true),
                problem = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_mail_letters", x => new { x.listener_id, x.kind, x.period_key });
                table.ForeignKey("fk_mail_letters_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("mail_letters");
        migrationBuilder.DropTable("mail_settings");
    }
}
