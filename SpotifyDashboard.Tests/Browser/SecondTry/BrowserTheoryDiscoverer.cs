using Xunit.Internal;
using Xunit.Sdk;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>Makes a test case of each row of a <see cref="BrowserTheoryAttribute"/>.</summary>
public sealed class BrowserTheoryDiscoverer : TheoryDiscoverer
{
    /// <inheritdoc/>
    protected override ValueTask<IReadOnlyCollection<IXunitTestCase>> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        ITheoryAttribute theoryAttribute,
        ITheoryDataRow dataRow,
        object?[] testMethodArguments)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetailsForTheoryDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, testMethodArguments);
        return new([BrowserTestCase.Of(TestCaseDetails.Of(details), TestIntrospectionHelper.GetTraits(testMethod, dataRow), testMethodArguments)]);
    }
}
