using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SpotifyDashboard.Storage;

/// <summary>The migrations that this version brings.</summary>
/// <param name="Ids">Their numbers and names, as the database's history holds them.</param>
internal sealed record KnownMigrations(IReadOnlySet<string> Ids)
{
    /// <summary>Those of this program.</summary>
    public static KnownMigrations OfProgram() => new(typeof(KnownMigrations).Assembly.DefinedTypes
        .Where(static type => type.IsSubclassOf(typeof(Migration)))
        .Select(static type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal));
}
