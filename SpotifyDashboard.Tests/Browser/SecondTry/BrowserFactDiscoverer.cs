using Xunit.Internal;
using Xunit.Sdk;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>Makes the one test case of a <see cref="BrowserFactAttribute"/>.</summary>
public sealed class BrowserFactDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        IFactAttribute factAttribute)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        return new([BrowserTestCase.Of(TestCaseDetails.Of(details), testMethod.Traits.ToReadWrite(StringComparer.OrdinalIgnoreCase), arguments: null)]);
    }
}
