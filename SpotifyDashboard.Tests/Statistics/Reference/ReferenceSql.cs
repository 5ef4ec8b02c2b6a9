namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>The reference's statements, one embedded file each.</summary>
internal static class ReferenceSql
{
    public static async Task<string> ReadAsync(string name)
    {
        var resource = $"{typeof(ReferenceSql).Namespace}.Sql.{name}.sql";
        await using var stream = typeof(ReferenceSql).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No embedded {resource}.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
