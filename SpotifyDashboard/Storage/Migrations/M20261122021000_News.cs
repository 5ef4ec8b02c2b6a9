using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>PostgreSQL tells every process what was changed, in the transaction that changes it; on SQLite processes look for themselves.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261122021000_News")]
internal sealed class M20261122021000_News : Migration
{
    /// <summary>Kind of news, table, the changes that are news, and the column that says of whom or what.</summary>
    private static readonly (string Kind, string Table, string When, string Column)[] s_news =
    [
        ("plays", "listeners", "INSERT OR DELETE OR UPDATE OF plays_version", "id"),
        ("connection", "listeners", "UPDATE OF authorized_at", "id"),
        ("connection", "spotify_accounts", "INSERT OR DELETE OR UPDATE OF needs_login_since, client_id", "listener_id"),
        ("jobs", "jobs", "INSERT OR UPDATE", "id"),
        ("stories", "narratives", "INSERT OR DELETE OR UPDATE", "listener_id"),
        ("stories", "narrative_choices", "INSERT OR UPDATE", "listener_id"),
        ("lyrics", "lyrics", "INSERT OR DELETE OR UPDATE", "listener_id"),
        ("lyrics", "lyrics_choices", "INSERT OR UPDATE", "listener_id"),
        ("survey", "surveys", "INSERT OR DELETE OR UPDATE OF version, is_chosen", "listener_id"),
        ("survey", "survey_songs", "INSERT OR DELETE OR UPDATE", "listener_id"),
        ("sessions", "sessions", "DELETE OR UPDATE OF revoked_at", "id"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (!migrationBuilder.ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal))
        {
            return;
        }

        // Equal news of one transaction are one; what is told is a kind and a number, never data.
        migrationBuilder.Sql(
            """
            CREATE FUNCTION dashboard_tell() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
              told text;
            BEGIN
              IF TG_OP = 'DELETE' THEN
                EXECUTE format('SELECT ($1).%I::text', TG_ARGV[1]) USING OLD INTO told;
              ELSE
                EXECUTE format('SELECT ($1).%I::text', TG_ARGV[1]) USING NEW INTO told;
              END IF;
              PERFORM pg_notify('dashboard_news', TG_ARGV[0] || ':' || told);
              RETURN NULL;
            END
            $$
            """);
        foreach (var (kind, table, when, column) in s_news)
        {
            migrationBuilder.Sql($"CREATE TRIGGER tell_{kind} AFTER {when} ON {table} FOR EACH ROW EXECUTE FUNCTION dashboard_tell('{kind}', '{column}')");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal))
        {
            migrationBuilder.Sql("DROP FUNCTION dashboard_tell() CASCADE");
        }
    }
}
