using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What stories need: the stories with their facts, what a listener agreed to, calls of the model by day, and scheduled periods taken in hand.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121230000_Narratives")]
internal sealed class M20261121230000_Narratives : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateNarratives(migrationBuilder);
        CreateChoices(migrationBuilder);
        CreateCalls(migrationBuilder);
        CreateTurns(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("narrative_turns");
        migrationBuilder.DropTable("narrative_calls");
        migrationBuilder.DropTable("narrative_choices");
        migrationBuilder.DropTable("narratives");
    }

    private static void CreateNarratives(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "narratives",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                period_from = table.Column<DateOnly>(nullable: true),
                period_to = table.Column<DateOnly>(nullable: true),
                first_day = table.Column<DateOnly>(nullable: false),
                last_day = table.Column<DateOnly>(nullable: false),
                tone = table.Column<string>(nullable: false),
                language = table.Column<string>(nullable: false),
                has_names = table.Column<bool>(nullable: false),
                sentences = table.Column<string>(nullable: false),
                facts = table.Column<string>(nullable: false),
                source = table.Column<string>(nullable: false),
                model = table.Column<string>(nullable: true),
                prompt_version = table.Column<string>(nullable: false),
                outcome = table.Column<string>(nullable: false),
                remark = table.Column<string>(nullable: true),
                tokens_in = table.Column<int>(nullable: true),
                tokens_out = table.Column<int>(nullable: true),
                claims = table.Column<int>(nullable: false),
                supported = table.Column<int>(nullable: false),
                occasion = table.Column<string>(nullable: false),
                period_key = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_narratives", x => x.id);
                table.ForeignKey("fk_narratives_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_narratives_listener_created", "narratives", ["listener_id", "created_at"]);

        // Stories asked for by hand have no key, and two of them never collide: null equals nothing.
        migrationBuilder.CreateIndex("ix_narratives_scheduled", "narratives", ["listener_id", "occasion", "period_key"], unique: true);
    }

    private static void CreateChoices(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "narrative_choices",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            agreed_at = table.Column<long>(nullable: true),
            withdrawn_at = table.Column<long>(nullable: true),
            leaves_names_out = table.Column<bool>(nullable: false),
            tone = table.Column<string>(nullable: false),
            weekly_since = table.Column<long>(nullable: true),
            monthly_since = table.Column<long>(nullable: true),
            yearly_since = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_narrative_choices", x => x.listener_id);
            table.ForeignKey("fk_narrative_choices_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    private static void CreateCalls(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "narrative_calls",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            day = table.Column<DateOnly>(nullable: false),
            calls = table.Column<int>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_narrative_calls", x => new { x.listener_id, x.day });
            table.ForeignKey("fk_narrative_calls_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    private static void CreateTurns(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "narrative_turns",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            occasion = table.Column<string>(nullable: false),
            period_key = table.Column<string>(nullable: false),
            taken_at = table.Column<long>(nullable: false),
            job_id = table.Column<Guid>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_narrative_turns", x => new { x.listener_id, x.occasion, x.period_key });
            table.ForeignKey("fk_narrative_turns_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });
}
