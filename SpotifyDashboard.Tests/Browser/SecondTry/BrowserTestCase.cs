using System.Globalization;
using Xunit.Sdk;
using Xunit.v3;

namespace SpotifyDashboard.Tests.Browser.SecondTry;

/// <summary>A test that drives a browser: what the first try reported is held back, and counts unless it failed.</summary>
public sealed class BrowserTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>Names a file to which every second try is written, for who runs the tests to show.</summary>
    private const string ReportVariable = "SECOND_TRIES";

    private static readonly Lock s_report = new();

    /// <summary>For the framework, which fills it from what was serialized.</summary>
    [Obsolete("Called by the deserializer.")]
    public BrowserTestCase()
    {
    }

    private BrowserTestCase(TestCaseDetails details, Dictionary<string, HashSet<string>> traits, object?[]? arguments)
        : base(
            details.Method,
            details.DisplayName,
            details.UniqueId,
            details.IsExplicit,
            details.SkipExceptions,
            details.SkipReason,
            details.SkipType,
            details.SkipUnless,
            details.SkipWhen,
            traits,
            arguments,
            details.SourceFile,
            details.SourceLine,
            details.Timeout)
    {
    }

    /// <summary>The test case that <paramref name="details"/> describe.</summary>
    internal static BrowserTestCase Of(TestCaseDetails details, Dictionary<string, HashSet<string>> traits, object?[]? arguments) => new(details, traits, arguments);

    /// <inheritdoc/>
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        using var first = new HeldMessages(messageBus);
        var summary = await XunitRunnerHelper.RunXunitTestCase(this, first, cancellationTokenSource, aggregator.Clone(), explicitOption, constructorArguments);
        if (summary.Failed == 0)
        {
            first.Release();
            return summary;
        }

        var second = await XunitRunnerHelper.RunXunitTestCase(this, messageBus, cancellationTokenSource, aggregator.Clone(), explicitOption, constructorArguments);
        Report(second.Failed == 0 ? "passed at the second try" : "failed twice", first.Fault);
        return second;
    }

    private void Report(string outcome, string? fault)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{TestCaseDisplayName} {outcome}; at first: {fault?.ReplaceLineEndings(" ")}");
        TestContext.Current.SendDiagnosticMessage("{0}", said);
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } file)
        {
            lock (s_report)
            {
                File.AppendAllText(file, said + Environment.NewLine);
            }
        }
    }
}
