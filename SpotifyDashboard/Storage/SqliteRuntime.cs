using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SpotifyDashboard.Storage;

/// <summary>Lets Microsoft.Data.Sqlite 10 run on SQLitePCLRaw 2.0.6 and on the system's SQLite. The one workaround of this folder.</summary>
/// <remarks>
/// <para>Reason: Microsoft.Data.Sqlite 10 is compiled against SQLitePCLRaw.core 2.1, which the registry this project is built against does
/// not hold. All it calls but <c>sqlite3_load_extension</c> stands in 2.0.6, so the newer reference is answered with the local assembly.
/// The SQLite bundled with 2.0.6 is 3.35.5, too old to trust with years of listening, so the system's is taken where there is one.</para>
/// <para>Removal: delete this file and <c>build/Sqlite.targets</c>, and reference Microsoft.EntityFrameworkCore.Sqlite, as soon as
/// SQLitePCLRaw 2.1 restores. See docs/decisions/0004-sqlite-runtime.md.</para>
/// </remarks>
internal static class SqliteRuntime
{
    private const string ManagedCore = "SQLitePCLRaw.core";
    private const string NativeName = "e_sqlite3";

    private static readonly Lazy<bool> s_usesBundled = new(() => SystemLibrary() == 0);

    /// <summary>Whether the bundled SQLite had to be taken because the system has none; the storage logs a warning then.</summary>
    public static bool UsesBundledLibrary => s_usesBundled.Value;

    /// <summary>The handle of an open connection. Its property can't be named in code: the compiler would refuse the newer reference.</summary>
    public static sqlite3 HandleOf(SqliteConnection connection) =>
        typeof(SqliteConnection).GetProperty("Handle")?.GetValue(connection) as sqlite3 ?? throw new InvalidOperationException("The connection to SQLite is not open.");

    [SuppressMessage("Usage", "CA2255", Justification = "It must stand before any type of EF Core loads, and this is the application itself, not a library.")]
    [ModuleInitializer]
    internal static void Initialize()
    {
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == ManagedCore ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, ManagedCore + ".dll")) : null;
        NativeLibrary.SetDllImportResolver(
            Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"),
            static (library, _, _) => library == NativeName ? SystemLibrary() : 0);
    }

    /// <summary>The handle of the system's SQLite, or 0, upon which the runtime looks for the bundled one.</summary>
    private static nint SystemLibrary()
    {
        var name = OperatingSystem.IsWindows() ? "winsqlite3" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";
        return NativeLibrary.TryLoad(name, out var handle) ? handle : 0;
    }
}
