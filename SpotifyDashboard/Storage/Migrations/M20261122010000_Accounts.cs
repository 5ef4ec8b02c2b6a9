using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>What several people on one dashboard need: accounts, sessions, invitations, tokens, passkeys, and a Spotify app and a call budget of one's own.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261122010000_Accounts")]
internal sealed class M20261122010000_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateAccounts(migrationBuilder);
        CreateSessions(migrationBuilder);
        CreateInvitations(migrationBuilder);
        CreateAccessTokens(migrationBuilder);
        CreatePasskeys(migrationBuilder);
        CreateSpotifyApps(migrationBuilder);
        CreateGuesses(migrationBuilder);
        migrationBuilder.AddColumn<string>("app", "api_calls", nullable: true);
        migrationBuilder.CreateIndex("ix_api_calls_app_at", "api_calls", ["app", "at"]);
        migrationBuilder.AddColumn<string>("purpose", "login_attempts", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("purpose", "login_attempts");
        migrationBuilder.DropIndex("ix_api_calls_app_at", "api_calls");
        migrationBuilder.DropColumn("app", "api_calls");
        foreach (var table in (string[])["sign_in_guesses", "spotify_apps", "passkeys", "access_tokens", "invitations", "sessions", "accounts"])
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreateAccounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "accounts",
            table => new
            {
                id = Identity(table),
                listener_id = table.Column<int>(nullable: false),
                login_name = table.Column<string>(nullable: true),
                display_name = table.Column<string>(nullable: false),
                password_hash = table.Column<string>(nullable: true),
                role = table.Column<byte>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                closed_at = table.Column<long>(nullable: true),
                security_version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_accounts", x => x.id);
                table.ForeignKey("fk_accounts_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_accounts_login_name", "accounts", "login_name", unique: true);
        migration.CreateIndex("ix_accounts_listener", "accounts", "listener_id");
    }

    private static void CreateSessions(MigrationBuilder migration)
    {
        migration.CreateTable(
            "sessions",
            table => new
            {
                id = Identity(table),
                token_hash = table.Column<string>(nullable: false),
                account_id = table.Column<int>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                label = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                last_seen_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sessions", x => x.id);
                table.ForeignKey("fk_sessions_accounts", x => x.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_sessions_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_sessions_token", "sessions", "token_hash", unique: true);
        migration.CreateIndex("ix_sessions_account", "sessions", "account_id");
        migration.CreateIndex("ix_sessions_listener", "sessions", "listener_id");
    }

    private static void CreateInvitations(MigrationBuilder migration)
    {
        migration.CreateTable(
            "invitations",
            table => new
            {
                id = Identity(table),
                code_hash = table.Column<string>(nullable: false),
                role = table.Column<byte>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                created_by = table.Column<int>(nullable: false),
                note = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
                used_at = table.Column<long>(nullable: true),
                used_by = table.Column<int>(nullable: true),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_invitations", x => x.id);
                table.ForeignKey("fk_invitations_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_invitations_code", "invitations", "code_hash", unique: true);
        migration.CreateIndex("ix_invitations_listener", "invitations", "listener_id");
    }

    private static void CreateAccessTokens(MigrationBuilder migration)
    {
        migration.CreateTable(
            "access_tokens",
            table => new
            {
                id = Identity(table),
                token_hash = table.Column<string>(nullable: false),
                prefix = table.Column<string>(nullable: false),
                label = table.Column<string>(nullable: false),
                scope = table.Column<byte>(nullable: false),
                account_id = table.Column<int>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: true),
                last_used_at = table.Column<long>(nullable: true),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_access_tokens", x => x.id);
                table.ForeignKey("fk_access_tokens_accounts", x => x.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_access_tokens_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_access_tokens_token", "access_tokens", "token_hash", unique: true);
        migration.CreateIndex("ix_access_tokens_account", "access_tokens", "account_id");
        migration.CreateIndex("ix_access_tokens_listener", "access_tokens", "listener_id");
    }

    private static void CreatePasskeys(MigrationBuilder migration)
    {
        migration.CreateTable(
            "passkeys",
            table => new
            {
                id = Identity(table),
                credential_id = table.Column<string>(nullable: false),
                account_id = table.Column<int>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                name = table.Column<string>(nullable: false),
                public_key = table.Column<byte[]>(nullable: false),
                attestation_object = table.Column<byte[]>(nullable: false),
                client_data_json = table.Column<byte[]>(nullable: false),
                transports = table.Column<string>(nullable: false),
                is_user_verified = table.Column<bool>(nullable: false),
                is_backup_eligible = table.Column<bool>(nullable: false),
                is_backed_up = table.Column<bool>(nullable: false),
                sign_count = table.Column<long>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                last_used_at = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_passkeys", x => x.id);
                table.ForeignKey("fk_passkeys_accounts", x => x.account_id, "accounts", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_passkeys_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_passkeys_credential", "passkeys", "credential_id", unique: true);
        migration.CreateIndex("ix_passkeys_account", "passkeys", "account_id");
        migration.CreateIndex("ix_passkeys_listener", "passkeys", "listener_id");
    }

    private static void CreateSpotifyApps(MigrationBuilder migration)
    {
        migration.CreateTable(
            "spotify_apps",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                client_id = table.Column<string>(nullable: false),
                client_secret = table.Column<string>(nullable: true),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_spotify_apps", x => x.listener_id);
                table.ForeignKey("fk_spotify_apps_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateGuesses(MigrationBuilder migration)
    {
        migration.CreateTable(
            "sign_in_guesses",
            table => new
            {
                key_hash = table.Column<string>(nullable: false),
                failures = table.Column<int>(nullable: false),
                last_failed_at = table.Column<long>(nullable: false),
                wait_until = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_sign_in_guesses", x => x.key_hash));
    }

    private static OperationBuilder<AddColumnOperation> Identity(ColumnsBuilder table) =>
        table.Column<int>(nullable: false)
            .Annotation("Sqlite:Autoincrement", value: true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
