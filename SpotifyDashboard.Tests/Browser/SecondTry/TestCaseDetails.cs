using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>What the framework found out about a test case.</summary>
internal sealed record TestCaseDetails(
    IXunitTestMethod Method,
    string DisplayName,
    string UniqueId,
    bool IsExplicit,
    Type[]? SkipExceptions,
    string? SkipReason,
    Type? SkipType,
    string? SkipUnless,
    string? SkipWhen,
    string? SourceFile,
    int? SourceLine,
    int? Timeout)
{
    public static TestCaseDetails Of(
        (string TestCaseDisplayName, bool Explicit, Type[]? SkipExceptions, string? SkipReason, Type? SkipType, string? SkipUnless, string? SkipWhen, string? SourceFilePath, int? SourceLineNumber, int Timeout, string UniqueID, IXunitTestMethod ResolvedTestMethod) found) =>
        new(
            found.ResolvedTestMethod,
            found.TestCaseDisplayName,
            found.UniqueID,
            found.Explicit,
            found.SkipExceptions,
            found.SkipReason,
            found.SkipType,
            found.SkipUnless,
            found.SkipWhen,
            found.SourceFilePath,
            found.SourceLineNumber,
            found.Timeout);
}
