namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Two words for a browser, by which its owner knows it again; the header they come from is stored nowhere.</summary>
internal static class BrowserName
{
    private static readonly (string Sign, string Name)[] s_browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] s_systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>For example <c>Firefox on Linux</c>.</summary>
    public static string Of(string? userAgent)
    {
        var (browser, system) = (Find(s_browsers, userAgent), Find(s_systems, userAgent));
        return browser is null ? "A program" : system is null ? browser : $"{browser} on {system}";
    }

    private static string? Find((string Sign, string Name)[] known, string? text) =>
        known.FirstOrDefault(one => text?.Contains(one.Sign, StringComparison.Ordinal) is true).Name;
}
