using System.Runtime.CompilerServices;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>A fact that drives a browser: one that fails is tried once more, and that is said (docs/decisions/0052-second-try.md).</summary>
[XunitTestCaseDiscoverer(typeof(BrowserFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);
