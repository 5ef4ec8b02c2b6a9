using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The program's migrations and one more, as a later version of the dashboard would bring them.</summary>
internal sealed class LaterMigrations : IMigrationsAssembly
{
    /// <summary>The name of the one that is added; it makes the table <c>later_table</c>.</summary>
    public const string LaterId = "29990101000000_Later";

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = typeof(DashboardDbContext).Assembly.DefinedTypes
        .Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null)
        .Append(typeof(LaterMigration).GetTypeInfo())
        .OrderBy(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal)
        .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot => null;

    /// <summary>A process of a version that brings one more migration.</summary>
    public static IHost Process(TestDatabase database)
    {
        var options = database.ContextOptions().ReplaceService<IMigrationsAssembly, LaterMigrations>().Options;
        return database.Process(services =>
        {
            services.AddSingleton<IDbContextFactory<DashboardDbContext>>(new Factory(options));
            services.AddSingleton(new KnownMigrations(new HashSet<string>(KnownMigrations.OfProgram().Ids) { LaterId }));
        });
    }

    public Assembly Assembly => typeof(DashboardDbContext).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.ContainsKey(nameOrId) ? nameOrId : null;

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType(), nonPublic: true)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    [DbContext(typeof(DashboardDbContext))]
    [Migration(LaterId)]
    private sealed class LaterMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable(
                "later_table",
                table => new { id = table.Column<int>(nullable: false) },
                constraints: table => table.PrimaryKey("pk_later_table", x => x.id));
    }

    private sealed class Factory(DbContextOptions<DashboardDbContext> options) : IDbContextFactory<DashboardDbContext>
    {
        public DashboardDbContext CreateDbContext() => new(options);
    }
}
