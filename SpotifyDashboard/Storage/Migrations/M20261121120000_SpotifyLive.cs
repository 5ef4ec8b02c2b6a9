using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What following Spotify needs: accounts and keys, call budget, polls and gaps, top lists, enrichment, recordings, answers kept.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121120000_SpotifyLive")]
internal sealed class M20261121120000_SpotifyLive : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateAccounts(migrationBuilder);
        CreateInstallation(migrationBuilder);
        CreateCalls(migrationBuilder);
        CreatePolls(migrationBuilder);
        CreateLibrary(migrationBuilder);
        CreateEnrichment(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_albums_spotify", "albums");
        migrationBuilder.DropIndex("ix_artists_spotify", "artists");
        migrationBuilder.DropColumn("popularity", "tracks");
        migrationBuilder.DropColumn("saved_at", "library_tracks");
        string[] tables =
        [
            "cached_answers", "recording_splits", "value_origins", "artist_genres", "enrichments", "top_items", "gaps", "poll_states",
            "service_states", "service_blocks", "api_calls", "installation_facts", "data_protection_keys", "login_attempts", "spotify_accounts",
        ];
        foreach (var table in tables)
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreateAccounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "spotify_accounts",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                account_id = table.Column<string>(nullable: false),
                user_id = table.Column<string>(nullable: false),
                client_id = table.Column<string>(nullable: false),
                scopes = table.Column<string>(nullable: false),
                refresh_token = table.Column<string>(nullable: true),
                access_token = table.Column<string>(nullable: true),
                access_issued_at = table.Column<long>(nullable: true),
                access_expires_at = table.Column<long>(nullable: true),
                needs_login_since = table.Column<long>(nullable: true),
                needs_login_reason = table.Column<string>(nullable: true),
                set_aside_token = table.Column<string>(nullable: true),
                refreshed_by = table.Column<string>(nullable: true),
                refreshing_until = table.Column<long>(nullable: true),
                updated_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_spotify_accounts", x => x.listener_id);
                table.ForeignKey("fk_spotify_accounts_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_spotify_accounts_account", "spotify_accounts", "account_id", unique: true);

        migration.CreateTable(
            "login_attempts",
            table => new
            {
                state_hash = table.Column<string>(nullable: false),
                browser_hash = table.Column<string>(nullable: true),
                verifier = table.Column<string>(nullable: false),
                redirect_uri = table.Column<string>(nullable: false),
                is_handed_over = table.Column<bool>(nullable: false),
                code = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_login_attempts", x => x.state_hash));
    }

    private static void CreateInstallation(MigrationBuilder migration)
    {
        migration.CreateTable(
            "data_protection_keys",
            table => new
            {
                name = table.Column<string>(nullable: false),
                xml = table.Column<string>(nullable: false),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_data_protection_keys", x => x.name));

        migration.CreateTable(
            "installation_facts",
            table => new
            {
                name = table.Column<string>(nullable: false),
                value = table.Column<string>(nullable: false),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_installation_facts", x => x.name));

        migration.CreateTable(
            "cached_answers",
            table => new
            {
                key = table.Column<string>(nullable: false),
                body = table.Column<byte[]>(nullable: true),
                stored_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_cached_answers", x => x.key));
        migration.CreateIndex("ix_cached_answers_expires", "cached_answers", "expires_at");
    }

    private static void CreateCalls(MigrationBuilder migration)
    {
        migration.CreateTable(
            "api_calls",
            table => new
            {
                id = Identity<long>(table),
                at = table.Column<long>(nullable: false),
                endpoint_group = table.Column<string>(nullable: false),
                priority = table.Column<byte>(nullable: false),
                status_code = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_api_calls", x => x.id));
        migration.CreateIndex("ix_api_calls_at", "api_calls", "at");

        migration.CreateTable(
            "service_blocks",
            table => new
            {
                service = table.Column<string>(nullable: false),
                endpoint_group = table.Column<string>(nullable: false),
                blocked_until = table.Column<long>(nullable: false),
                since = table.Column<long>(nullable: false),
                reason = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_service_blocks", x => new { x.service, x.endpoint_group }));

        migration.CreateTable(
            "service_states",
            table => new
            {
                service = table.Column<string>(nullable: false),
                last_success_at = table.Column<long>(nullable: true),
                last_failure_at = table.Column<long>(nullable: true),
                last_failure = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_service_states", x => x.service));
    }

    private static void CreatePolls(MigrationBuilder migration)
    {
        migration.CreateTable(
            "poll_states",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                claimed_by = table.Column<string>(nullable: true),
                claimed_until = table.Column<long>(nullable: true),
                last_attempt_at = table.Column<long>(nullable: true),
                last_success_at = table.Column<long>(nullable: true),
                next_due_at = table.Column<long>(nullable: true),
                why = table.Column<string>(nullable: true),
                failing_since = table.Column<long>(nullable: true),
                last_failure = table.Column<string>(nullable: true),
                newest_ended_at = table.Column<long>(nullable: true),
                lateness_ms = table.Column<long>(nullable: false),
                saved_left_out = table.Column<int>(nullable: false),
                profile_read_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_poll_states", x => x.listener_id);
                table.ForeignKey("fk_poll_states_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });

        migration.CreateTable(
            "gaps",
            table => new
            {
                id = Identity<int>(table),
                listener_id = table.Column<int>(nullable: false),
                from_at = table.Column<long>(nullable: false),
                to_at = table.Column<long>(nullable: false),
                found_at = table.Column<long>(nullable: false),
                closed_at = table.Column<long>(nullable: true),
                closed_by = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_gaps", x => x.id);
                table.ForeignKey("fk_gaps_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_gaps_listener_from", "gaps", ["listener_id", "from_at", "to_at"], unique: true);
    }

    private static void CreateLibrary(MigrationBuilder migration)
    {
        migration.AddColumn<long>("saved_at", "library_tracks", nullable: true);
        migration.AddColumn<int>("popularity", "tracks", nullable: true);
        migration.CreateIndex("ix_artists_spotify", "artists", "spotify_id", unique: true, filter: "spotify_id <> ''");
        migration.CreateIndex("ix_albums_spotify", "albums", "spotify_id", unique: true, filter: "spotify_id <> ''");
        migration.CreateTable(
            "top_items",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                kind = table.Column<byte>(nullable: false),
                range = table.Column<byte>(nullable: false),
                rank = table.Column<short>(nullable: false),
                track_id = table.Column<int>(nullable: true),
                artist_id = table.Column<int>(nullable: true),
                fetched_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_top_items", x => new { x.listener_id, x.kind, x.range, x.rank });
                table.ForeignKey("fk_top_items_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_top_items_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("fk_top_items_artists", x => x.artist_id, "artists", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateTable(
            "recording_splits",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                track_id = table.Column<int>(nullable: false),
                other_track_id = table.Column<int>(nullable: false),
                decided_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_recording_splits", x => new { x.listener_id, x.track_id, x.other_track_id });
                table.ForeignKey("fk_recording_splits_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_recording_splits_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_recording_splits_other_tracks", x => x.other_track_id, "tracks", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateEnrichment(MigrationBuilder migration)
    {
        migration.CreateTable(
            "enrichments",
            table => new
            {
                subject = table.Column<byte>(nullable: false),
                subject_id = table.Column<int>(nullable: false),
                provider = table.Column<string>(nullable: false),
                outcome = table.Column<byte>(nullable: false),
                tried_at = table.Column<long>(nullable: false),
                retry_at = table.Column<long>(nullable: true),
                detail = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_enrichments", x => new { x.subject, x.subject_id, x.provider }));

        migration.CreateTable(
            "artist_genres",
            table => new
            {
                artist_id = table.Column<int>(nullable: false),
                genre = table.Column<string>(nullable: false),
                provenance = table.Column<string>(nullable: false),
                weight = table.Column<double>(nullable: true),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_artist_genres", x => new { x.artist_id, x.genre, x.provenance });
                table.ForeignKey("fk_artist_genres_artists", x => x.artist_id, "artists", "id", onDelete: ReferentialAction.Cascade);
            });

        migration.CreateTable(
            "value_origins",
            table => new
            {
                track_id = table.Column<int>(nullable: false),
                field = table.Column<string>(nullable: false),
                provenance = table.Column<string>(nullable: false),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_value_origins", x => new { x.track_id, x.field });
                table.ForeignKey("fk_value_origins_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    /// <summary>A number that the database gives: an alias of the row id on SQLite, an identity column on PostgreSQL.</summary>
    private static OperationBuilder<AddColumnOperation> Identity<T>(ColumnsBuilder table) =>
        table.Column<T>(nullable: false)
            .Annotation("Sqlite:Autoincrement", value: true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
