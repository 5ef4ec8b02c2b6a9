using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace SpotifyDashboard.Storage.Migrations;

/// <summary>The first tables: listeners, catalogue, sightings and plays, library, jobs and ledgers, mood anchors.</summary>
[DbContext(typeof(DashboardDbContext))]
[Migration("20261121000000_FirstLight")]
internal sealed class M20261121000000_FirstLight : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateListeners(migrationBuilder);
        CreateCatalogue(migrationBuilder);
        CreateTrackDetails(migrationBuilder);
        CreateCircumstances(migrationBuilder);
        CreateJobs(migrationBuilder);
        CreateSightings(migrationBuilder);
        CreatePlays(migrationBuilder);
        CreateLibrary(migrationBuilder);
        CreateMoodAnchors(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        string[] tables =
        [
            "mood_anchors", "library_tracks", "spoken_sightings", "plays", "sightings", "import_files", "jobs", "play_contexts",
            "circumstances", "track_documents", "audio_features", "tracks", "albums", "artists", "listeners",
        ];
        foreach (var table in tables)
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreateListeners(MigrationBuilder migration) => migration.CreateTable(
        "listeners",
        table => new
        {
            id = Identity(table),
            display_name = table.Column<string>(nullable: false),
            image_url = table.Column<string>(nullable: true),
            time_zone = table.Column<string>(nullable: false),
            time_zone_chosen = table.Column<bool>(nullable: false),
            counting_rule = table.Column<int>(nullable: false),
            theme = table.Column<string>(nullable: false),
            language = table.Column<string>(nullable: true),
            is_demo = table.Column<bool>(nullable: false),
            authorized_at = table.Column<long>(nullable: true),
            created_at = table.Column<long>(nullable: false),
            plays_version = table.Column<long>(nullable: false),
            rewritten_at_version = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("pk_listeners", x => x.id));

    private static void CreateCatalogue(MigrationBuilder migration)
    {
        migration.CreateTable(
            "artists",
            table => new
            {
                id = Identity(table),
                spotify_id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                image_url = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_artists", x => x.id));
        migration.CreateIndex("ix_artists_name", "artists", ["name", "spotify_id"], unique: true);

        migration.CreateTable(
            "albums",
            table => new
            {
                id = Identity(table),
                spotify_id = table.Column<string>(nullable: false),
                artist_id = table.Column<int>(nullable: false),
                title = table.Column<string>(nullable: false),
                release_date = table.Column<string>(nullable: true),
                image_url = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_albums", x => x.id);
                table.ForeignKey("fk_albums_artists", x => x.artist_id, "artists", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("ix_albums_artist_title", "albums", ["artist_id", "title", "spotify_id"], unique: true);

        migration.CreateTable(
            "tracks",
            table => new
            {
                id = Identity(table),
                spotify_id = table.Column<string>(nullable: true),
                name_key = table.Column<string>(nullable: false),
                title = table.Column<string>(nullable: false),
                artist_id = table.Column<int>(nullable: false),
                album_id = table.Column<int>(nullable: true),
                duration_ms = table.Column<int>(nullable: true),
                isrc = table.Column<string>(nullable: true),
                @explicit = table.Column<bool>(nullable: true),
                named_at = table.Column<long>(nullable: false),
                is_invented = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_tracks", x => x.id);
                table.ForeignKey("fk_tracks_artists", x => x.artist_id, "artists", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("fk_tracks_albums", x => x.album_id, "albums", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("ix_tracks_artist", "tracks", "artist_id");
        migration.CreateIndex("ix_tracks_album", "tracks", "album_id");
        migration.CreateIndex("ix_tracks_spotify", "tracks", "spotify_id", unique: true);
        migration.CreateIndex("ix_tracks_name_only", "tracks", "name_key", unique: true, filter: "spotify_id IS NULL");
    }

    private static void CreateTrackDetails(MigrationBuilder migration)
    {
        migration.CreateTable(
            "audio_features",
            table => new
            {
                track_id = table.Column<int>(nullable: false),
                danceability = table.Column<double>(nullable: true),
                energy = table.Column<double>(nullable: true),
                key = table.Column<double>(nullable: true),
                loudness = table.Column<double>(nullable: true),
                mode = table.Column<double>(nullable: true),
                speechiness = table.Column<double>(nullable: true),
                acousticness = table.Column<double>(nullable: true),
                instrumentalness = table.Column<double>(nullable: true),
                liveness = table.Column<double>(nullable: true),
                valence = table.Column<double>(nullable: true),
                tempo = table.Column<double>(nullable: true),
                duration_ms = table.Column<double>(nullable: true),
                time_signature = table.Column<double>(nullable: true),
                provenance = table.Column<string>(nullable: false),
                stored_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_audio_features", x => x.track_id);
                table.ForeignKey("fk_audio_features_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Cascade);
            });

        migration.CreateTable(
            "track_documents",
            table => new
            {
                track_id = table.Column<int>(nullable: false),
                provider = table.Column<string>(nullable: false),
                json = table.Column<string>(nullable: false),
                fetched_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_track_documents", x => new { x.track_id, x.provider });
                table.ForeignKey("fk_track_documents_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateCircumstances(MigrationBuilder migration)
    {
        migration.CreateTable(
            "circumstances",
            table => new
            {
                id = Identity(table),
                reason_start = table.Column<string>(nullable: false),
                reason_end = table.Column<string>(nullable: false),
                platform = table.Column<string>(nullable: false),
                country = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_circumstances", x => x.id));
        migration.CreateIndex("ix_circumstances", "circumstances", ["reason_start", "reason_end", "platform", "country"], unique: true);

        // The first row is the one in which nothing is known: Circumstance.UnknownId.
        migration.Sql("INSERT INTO circumstances (reason_start, reason_end, platform, country) VALUES ('', '', '', '')");

        migration.CreateTable(
            "play_contexts",
            table => new { id = Identity(table), uri = table.Column<string>(nullable: false) },
            constraints: table => table.PrimaryKey("pk_play_contexts", x => x.id));
        migration.CreateIndex("ix_play_contexts_uri", "play_contexts", "uri", unique: true);
    }

    private static void CreateJobs(MigrationBuilder migration)
    {
        migration.CreateTable(
            "jobs",
            table => new
            {
                id = table.Column<Guid>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                kind = table.Column<string>(nullable: false),
                state = table.Column<string>(nullable: false),
                step = table.Column<string>(nullable: true),
                done = table.Column<long>(nullable: false),
                total = table.Column<long>(nullable: true),
                message = table.Column<string>(nullable: true),
                input = table.Column<string>(nullable: true),
                result = table.Column<string>(nullable: true),
                owner = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                updated_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_jobs", x => x.id);
                table.ForeignKey("fk_jobs_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_jobs_listener_created", "jobs", ["listener_id", "created_at"]);

        migration.CreateTable(
            "import_files",
            table => new
            {
                id = Identity(table),
                listener_id = table.Column<int>(nullable: false),
                job_id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(nullable: false),
                kind = table.Column<string>(nullable: false),
                rows_read = table.Column<long>(nullable: false),
                added = table.Column<long>(nullable: false),
                merged = table.Column<long>(nullable: false),
                duplicate = table.Column<long>(nullable: false),
                not_music = table.Column<long>(nullable: false),
                malformed = table.Column<long>(nullable: false),
                reasons = table.Column<string>(nullable: false),
                finished_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_import_files", x => x.id);
                table.ForeignKey("fk_import_files_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_import_files_jobs", x => x.job_id, "jobs", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_import_files_listener_finished", "import_files", ["listener_id", "finished_at"]);
        migration.CreateIndex("ix_import_files_job_name", "import_files", ["job_id", "name"], unique: true);
    }

    private static void CreateSightings(MigrationBuilder migration)
    {
        migration.CreateTable(
            "sightings",
            table => new
            {
                id = table.Column<long>(nullable: false),
                listener_id = table.Column<int>(nullable: false),
                ended_at = table.Column<long>(nullable: false),
                source = table.Column<byte>(nullable: false),
                track_id = table.Column<int>(nullable: false),
                ms_played = table.Column<int>(nullable: false),
                offline_timestamp = table.Column<long>(nullable: false),
                occurrence = table.Column<short>(nullable: false),
                circumstance_id = table.Column<int>(nullable: false),
                flags = table.Column<short>(nullable: false),
                context_id = table.Column<int>(nullable: true),
                import_file_id = table.Column<int>(nullable: true),
                merged_into_id = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sightings", x => x.id);
                table.ForeignKey("fk_sightings_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_sightings_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex(
            "ix_sightings_natural",
            "sightings",
            ["listener_id", "ended_at", "source", "track_id", "ms_played", "offline_timestamp", "occurrence"],
            unique: true);

        migration.CreateTable(
            "spoken_sightings",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                ended_at = table.Column<long>(nullable: false),
                kind = table.Column<byte>(nullable: false),
                uri = table.Column<string>(nullable: false),
                title = table.Column<string>(nullable: false),
                show = table.Column<string>(nullable: false),
                ms_played = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_spoken_sightings", x => new { x.listener_id, x.ended_at, x.kind, x.uri, x.title, x.ms_played });
                table.ForeignKey("fk_spoken_sightings_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
            }).Annotation(SqliteMigrationSql.WithoutRowId, value: true);
    }

    private static void CreatePlays(MigrationBuilder migration) => migration.CreateTable(
        "plays",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            started_at = table.Column<long>(nullable: false),
            id = table.Column<long>(nullable: false),
            ended_at = table.Column<long>(nullable: false),
            ms_played = table.Column<int>(nullable: false),
            track_id = table.Column<int>(nullable: false),
            source = table.Column<byte>(nullable: false),
            precision = table.Column<byte>(nullable: false),
            circumstance_id = table.Column<int>(nullable: false),
            flags = table.Column<short>(nullable: false),
            context_id = table.Column<int>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_plays", x => new { x.listener_id, x.started_at, x.id });
            table.ForeignKey("fk_plays_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        }).Annotation(SqliteMigrationSql.WithoutRowId, value: true);

    private static void CreateLibrary(MigrationBuilder migration)
    {
        migration.CreateTable(
            "library_tracks",
            table => new
            {
                listener_id = table.Column<int>(nullable: false),
                track_id = table.Column<int>(nullable: false),
                source = table.Column<byte>(nullable: false),
                added_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_library_tracks", x => new { x.listener_id, x.track_id });
                table.ForeignKey("fk_library_tracks_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_library_tracks_tracks", x => x.track_id, "tracks", "id", onDelete: ReferentialAction.Restrict);
            }).Annotation(SqliteMigrationSql.WithoutRowId, value: true);
        migration.CreateIndex("ix_library_tracks_track", "library_tracks", "track_id");
    }

    private static void CreateMoodAnchors(MigrationBuilder migration) => migration.CreateTable(
        "mood_anchors",
        table => new
        {
            listener_id = table.Column<int>(nullable: false),
            choice = table.Column<string>(nullable: false),
            centroids = table.Column<string>(nullable: false),
            stored_at = table.Column<long>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_mood_anchors", x => new { x.listener_id, x.choice });
            table.ForeignKey("fk_mood_anchors_listeners", x => x.listener_id, "listeners", "id", onDelete: ReferentialAction.Cascade);
        });

    /// <summary>A number that the database gives: an alias of the row id on SQLite, an identity column on PostgreSQL.</summary>
    private static OperationBuilder<AddColumnOperation> Identity(ColumnsBuilder table) =>
        table.Column<int>(nullable: false)
            .Annotation("Sqlite:Autoincrement", value: true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
