using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>Finds the Chromium of this machine; Playwright's own download is not used.</summary>
internal static class InstalledChromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The program's path. Without one the running test is skipped, or fails where <c>CI_REQUIRE_ALL=1</c>.</summary>
    public static string FindOrSkip()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = s_names.SelectMany(_ => folders, static (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Missing.Program("Chromium", "apt-get install -y chromium");
        }

        return found;
    }
}
