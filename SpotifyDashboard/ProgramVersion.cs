using System.Reflection;

namespace SpotifyDashboard;

/// <summary>The version of this program, as health, status and outgoing requests tell it.</summary>
internal static class ProgramVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
