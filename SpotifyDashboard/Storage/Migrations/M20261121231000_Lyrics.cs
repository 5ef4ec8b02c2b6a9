using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>The words of songs, and who wants them to be looked for.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121231000_Lyrics")]
internal sealed class M20261121231000_Lyrics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "lyrics",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                track_id = table.Column<int>(nullable: false),
                outcome = table.Column<byte>(nullable: false),
                text = table.Column<string>(nullable: true),
                record_id = table.Column<long>(nullable: true),
                asked_at = table.Column<long>(nullable: false),
                retry_at = table.Column<long>(nullable: true),
                detail = table.Column<string>(nullable: true),
                page_url = table.Column<string>(nullable: true),
                page_asked_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_lyrics", x => new { x.listener_id, x.track_id });
                table.ForeignKey("fk_lyrics_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "lyrics_choices",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                is_wanted = table.Column<bool>(nullable: false),
                chosen_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_lyrics_choices", x => x.listener_id);
                table.ForeignKey("fk_lyrics_choices_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("lyrics_choices");
        migrationBuilder.DropTable("lyrics");
    }
}
