using System.Runtime.CompilerServices;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>A theory that drives a browser: a row that fails is tried once more, and that is said (docs/decisions/0052-second-try.md).</summary>
[XunitTestCaseDiscoverer(typeof(BrowserTheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber);
