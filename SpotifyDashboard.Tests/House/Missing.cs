using System.Diagnostics.CodeAnalysis;

namespace SpotifyDashboard.Tests.House;

/// <summary>Ends a test that needs a program this machine lacks: skipped with the line that installs it, failed where CI must run everything.</summary>
internal static class Missing
{
    /// <summary>Skips the running test, or fails it where <c>CI_REQUIRE_ALL=1</c>.</summary>
    /// <param name="program">What is missing, for example <c>Chromium</c>.</param>
    /// <param name="install">The line that installs it.</param>
    [DoesNotReturn]
    public static void Program(string program, string install)
    {
        var sentence = $"{program} is missing on this machine; install it with: {install}";
        if (Environment.GetEnvironmentVariable("CI_REQUIRE_ALL") == "1")
        {
            throw new InvalidOperationException(sentence);
        }

        Assert.Skip(sentence);
    }
}
