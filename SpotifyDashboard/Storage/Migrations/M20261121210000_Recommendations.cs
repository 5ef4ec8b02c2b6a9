using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What recommendations and playlists need: verdicts, suggested tracks and where they came from, playlists under way, and what a login asked for.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121210000_Recommendations")]
internal sealed class M20261121210000_Recommendations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("scopes", "login_attempts", nullable: true);
        CreateVerdicts(migrationBuilder);
        CreateSuggestions(migrationBuilder);
        CreatePlaylists(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("playlists");
        migrationBuilder.DropTable("suggestion_fetches");
        migrationBuilder.DropTable("suggested_tracks");
        migrationBuilder.DropTable("recommendation_verdicts");
        migrationBuilder.DropColumn("scopes", "login_attempts");
    }

    private static void CreateVerdicts(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "recommendation_verdicts",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            track_id = table.Column<string>(nullable: false),
            is_liked = table.Column<bool>(nullable: false),
            given_at = table.Column<long>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_recommendation_verdicts", x => new { x.listener_id, x.track_id });
            table.ForeignKey("fk_recommendation_verdicts_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    private static void CreateSuggestions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "suggested_tracks",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                spotify_id = table.Column<string>(nullable: false),
                title = table.Column<string>(nullable: false),
                artist = table.Column<string>(nullable: false),
                main_artist = table.Column<string>(nullable: false),
                duration_ms = table.Column<int>(nullable: true),
                isrc = table.Column<string>(nullable: true),
                features = table.Column<string>(nullable: false),
                suggested_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_suggested_tracks", x => new { x.listener_id, x.spotify_id });
                table.ForeignKey("fk_suggested_tracks_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "suggestion_fetches",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                seeds = table.Column<string>(nullable: false),
                named = table.Column<int>(nullable: false),
                fetched_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_suggestion_fetches", x => x.listener_id);
                table.ForeignKey("fk_suggestion_fetches_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreatePlaylists(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "playlists",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                name = table.Column<string>(nullable: false),
                track_ids = table.Column<string>(nullable: false),
                left_out = table.Column<int>(nullable: false),
                asked_at = table.Column<long>(nullable: false),
                job_id = table.Column<Guid>(nullable: true),
                unsettled_since = table.Column<long>(nullable: true),
                spotify_id = table.Column<string>(nullable: true),
                url = table.Column<string>(nullable: true),
                added = table.Column<int>(nullable: false),
                sent = table.Column<int>(nullable: false),
                done_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_playlists", x => x.id);
                table.ForeignKey("fk_playlists_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_playlists_listener_asked", "playlists", ["listener_id", "asked_at"]);
    }
}
