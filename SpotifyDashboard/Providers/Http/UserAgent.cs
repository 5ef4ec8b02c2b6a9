using System.Reflection;

namespace SpotifyDashboard.Providers.Http;

/// <summary>How the dashboard names itself to the services it calls.</summary>
internal static class UserAgent
{
    /// <summary>Name, version, and where to learn more about it.</summary>
    public static string Text { get; } = $"SpotifyDashboard/{ProgramVersion.Text} ({Contact()})";

    private static string Contact() =>
        typeof(UserAgent).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(fact => fact.Key == "RepositoryUrl")?.Value
        ?? "self-hosted dashboard of one household";
}
