using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>Calibration: confidence that was earned stays, confidence that was not goes.</summary>
public sealed class ProbabilityCalibrationTests
{
    [Fact]
    public void Fit_ConfidenceThatIsAlwaysWrongHalfTheTime_IsTakenBack()
    {
        // Always 90 % sure, right every second time.
        var (probabilities, classes) = Answers(400, 0.9, hits: i => i % 2 == 0);

        var calibrated = ProbabilityCalibration.Fit(probabilities, classes, 2).Apply(probabilities);

        Assert.All(calibrated, one => Assert.Equal(0.5, one, 0.01));
    }

    [Fact]
    public void Fit_HonestConfidence_IsLeftAlone()
    {
        var (probabilities, classes) = Answers(1000, 0.8, hits: i => i % 10 < 8);

        var calibration = ProbabilityCalibration.Fit(probabilities, classes, 2);

        Assert.Equal(1, calibration.Sharpness, 0.05);
        Assert.All(calibration.Apply(probabilities).Chunk(2), row => Assert.Equal(0.8, row.Max(), 0.01));
    }

    [Fact]
    public void Fit_TimidForest_BecomesSurer()
    {
        var (probabilities, classes) = Answers(400, 0.6, hits: i => i % 20 is not (0 or 3));

        var calibration = ProbabilityCalibration.Fit(probabilities, classes, 2);

        Assert.True(calibration.Sharpness > 2);
        Assert.Equal(0.9, calibration.Apply([0.6, 0.4])[0], 0.02);
    }

    [Fact]
    public void Fit_ForestThatKnowsNothing_GivesEverybodyTheBaseRates()
    {
        var random = new Random(1);
        var probabilities = Enumerable.Range(0, 600).SelectMany(_ => Two(random.NextDouble())).ToArray();
        var classes = Enumerable.Range(0, 600).Select(row => row % 4 == 0 ? 1 : 0).ToArray();

        var calibration = ProbabilityCalibration.Fit(probabilities, classes, 2);

        Assert.InRange(calibration.Sharpness, 0, 0.1);
        Assert.Equal(0.75, calibration.Apply([0.1, 0.9])[0], 0.06);
    }

    [Fact]
    public void Fit_FortyRowsAllRight_StaysBelowCertainty()
    {
        var (probabilities, classes) = Answers(40, 0.99, hits: _ => true);

        var calibrated = ProbabilityCalibration.Fit(probabilities, classes, 2).Apply([1, 0]);

        // 41 of 42 for answers of 99 %; this one is of 99.5 %, the most that is believed.
        Assert.InRange(calibrated[0], 41 / 42.0, 0.99);
        Assert.Equal(1, calibrated.Sum(), 1e-12);
    }

    [Fact]
    public void CrossFit_RandomClasses_BringsConfidenceDownToWhatIsRight()
    {
        var rows = Matrices.Noise(120, 6);
        var classes = Enumerable.Range(0, 120).Select(row => row % 4).ToArray();
        var report = CrossValidation.Run(rows, classes, 4, new RandomForestOptions(Trees: 40), cancellationToken: TestContext.Current.CancellationToken);

        var raw = Reliability.Of(report.Probabilities.AsSpan(), report.Predicted.AsSpan(), classes, 4);
        var calibrated = Reliability.Of(ProbabilityCalibration.CrossFit(report, classes), report.Predicted.AsSpan(), classes, 4);

        Assert.True(raw.ExpectedCalibrationError > 0.1);
        Assert.True(calibrated.ExpectedCalibrationError < 0.5 * raw.ExpectedCalibrationError);
    }

    [Fact]
    public void Reliability_ByHand_SortsByConfidence()
    {
        // Confidences 0.9, 0.9 (one right), 0.6 (right), and one row left out: |0.9 - 0.5|·2/3 + |0.6 - 1|/3 = 0.4.
        var reliability = Reliability.Of([0.9, 0.1, 0.1, 0.9, 0.6, 0.4, 0, 0], [0, 1, 0, -1], [0, 0, 0, 1], 2, bins: 5);

        Assert.Equal(0.4, reliability.ExpectedCalibrationError, 1e-12);
        Assert.Equal([(0.4, 1), (0.8, 2)], reliability.Bins.Select(bin => (Math.Round(bin.From, 9), bin.Rows)));
        Assert.Equal([1.0, 0.5], reliability.Bins.Select(bin => bin.Accuracy.Value));
    }

    [Fact]
    public void Fit_NothingOrMisshapen_IsRefused()
    {
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => ProbabilityCalibration.Fit([], [], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ProbabilityCalibration.Fit([0.5], [0], 2));
        Assert.Throws<ArgumentException>(() => ProbabilityCalibration.Fit([0.5, 0.5], [0], 2).Apply([0.5, 0.5, 1]));
    }

    /// <summary>Answers of equal confidence for class 0 and class 1 in turns, of which those that <paramref name="hits"/> are right.</summary>
    private static (double[] Probabilities, int[] Classes) Answers(int count, double confidence, Func<int, bool> hits)
    {
        var answered = Enumerable.Range(0, count).Select(i => i / 2 % 2).ToArray();
        return (
            [.. answered.SelectMany(one => Two(one == 0 ? confidence : 1 - confidence))],
            [.. answered.Select((one, i) => hits(i) ? one : 1 - one)]);
    }

    private static double[] Two(double first) => [first, 1 - first];
}
