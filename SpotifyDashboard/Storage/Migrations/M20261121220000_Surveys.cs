using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>Surveys, the answers of their respondents, and what the favourite songs were found to be.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121220000_Surveys")]
internal sealed class M20261121220000_Surveys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSurveys(migrationBuilder);
        CreateAnswers(migrationBuilder);
        CreateSongs(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("survey_songs");
        migrationBuilder.DropTable("survey_answers");
        migrationBuilder.DropTable("surveys");
    }

    private static void CreateSurveys(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "surveys",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            source = table.Column<string>(nullable: false),
            source_key = table.Column<string>(nullable: false),
            title = table.Column<string>(nullable: false),
            is_chosen = table.Column<bool>(nullable: false),
            hash_names = table.Column<bool>(nullable: false),
            headers = table.Column<string>(nullable: false),
            choices = table.Column<string>(nullable: false),
            name_column = table.Column<int>(nullable: true),
            time_zone = table.Column<string>(nullable: true),
            ledger = table.Column<string>(nullable: true),
            remark = table.Column<string>(nullable: true),
            read_at = table.Column<long>(nullable: true),
            problem = table.Column<string>(nullable: true),
            failing_since = table.Column<long>(nullable: true),
            next_read_at = table.Column<long>(nullable: true),
            version = table.Column<long>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_surveys", x => new { x.listener_id, x.source });
            table.ForeignKey("fk_surveys_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    private static void CreateAnswers(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "survey_answers",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            source = table.Column<string>(nullable: false),
            id = table.Column<string>(nullable: false),
            ordinal = table.Column<int>(nullable: false),
            row_hash = table.Column<string>(nullable: false),
            name_hash = table.Column<string>(nullable: false),
            shown_name = table.Column<string>(nullable: false),
            cells = table.Column<string>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_survey_answers", x => new { x.listener_id, x.source, x.id });
            table.ForeignKey("fk_survey_answers_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    private static void CreateSongs(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "survey_songs",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            song_key = table.Column<string>(nullable: false),
            track_id = table.Column<string>(nullable: true),
            title = table.Column<string>(nullable: false),
            artist = table.Column<string>(nullable: false),
            certainty = table.Column<double>(nullable: false),
            is_corrected = table.Column<bool>(nullable: false),
            popularity = table.Column<int>(nullable: true),
            genres = table.Column<string>(nullable: false),
            features = table.Column<string>(nullable: true),
            tried_at = table.Column<long>(nullable: false),
            sounded_at = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_survey_songs", x => new { x.listener_id, x.song_key });
            table.ForeignKey("fk_survey_songs_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });
}
