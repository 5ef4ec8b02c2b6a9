namespace SpotifyDashboard.Operations;

/// <summary>The folder that holds <c>appsettings.json</c> and, by default, <c>data/</c>.</summary>
internal static class ContentRoot
{
    /// <summary>The current folder where it is the program's own, else the program's folder: a start from elsewhere finds the same settings and data.</summary>
    public static WebApplicationOptions OptionsFor(string[] args) => new()
    {
        Args = args,
        ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    };
}
