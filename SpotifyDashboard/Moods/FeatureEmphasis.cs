using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>How much each audio feature matters on a mood map; 1 where nothing else is said. Equal emphases are equal values.</summary>
/// <remarks>A feature's deviations are multiplied by it before tracks are compared: at 2, a difference counts as if it were twice as large.</remarks>
public readonly record struct FeatureEmphasis
{
    private const int BitsPerFeature = 3;

    /// <summary>What can be chosen. The first is no emphasis, so that the default value has none anywhere.</summary>
    private static readonly double[] s_steps = [1, 0.5, 2, 3];

    private readonly long _bits;

    private FeatureEmphasis(long bits) => _bits = bits;

    /// <summary>Every feature matters alike.</summary>
    public static FeatureEmphasis None => default;

    /// <summary>What a feature can be multiplied by, smallest first.</summary>
    public static ImmutableArray<double> Steps { get; } = [.. s_steps.Order()];

    /// <summary>What the feature's deviations are multiplied by.</summary>
    public double Of(Feature feature) => s_steps[_bits >> ShiftOf(feature) & ((1 << BitsPerFeature) - 1)];

    /// <summary>The same with one feature at <paramref name="step"/>.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="step">One of <see cref="Steps"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is none of them.</exception>
    public FeatureEmphasis With(Feature feature, double step)
    {
        var index = Array.IndexOf(s_steps, step);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(step));
        var cleared = _bits & ~(((1L << BitsPerFeature) - 1) << ShiftOf(feature));
        return new FeatureEmphasis(cleared | (long)index << ShiftOf(feature));
    }

    /// <summary>The emphasis of the given features alone; the others don't matter.</summary>
    public FeatureEmphasis Within(FeatureSet features)
    {
        var emphasis = this;
        return features.Features.Aggregate(None, (kept, feature) => kept.With(feature, emphasis.Of(feature)));
    }

    /// <summary>Reads <c>energy:2,tempo:0.5</c>.</summary>
    /// <param name="text">As it stands in an address; null or empty for none.</param>
    /// <param name="emphasis">The emphasis, where it could be read.</param>
    /// <param name="problem">A sentence that names what could not be read.</param>
    public static bool TryParse(string? text, out FeatureEmphasis emphasis, out string problem)
    {
        emphasis = None;
        problem = "";
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, number) = part.Split(':', 2) is [var before, var after] ? (before, after) : (part, "");
            if (Features.Parse(key) is not { } feature)
            {
                problem = $"There is no feature '{key}'; give some of {string.Join(", ", FeatureSet.Thirteen.Keys)}, each with a number, as energy:2.";
                return false;
            }

            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var step) || !Steps.Contains(step))
            {
                problem = $"'{part}' gives no emphasis; it is one of {string.Join(", ", Steps.Select(Write))}, and `features` leaves a feature out.";
                return false;
            }

            emphasis = emphasis.With(feature, step);
        }

        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads; empty where nothing is emphasised.</summary>
    public override string ToString()
    {
        var emphasis = this;
        return string.Join(',', Features.Thirteen.Where(feature => emphasis.Of(feature) != 1).Select(feature => $"{Features.KeyOf(feature)}:{Write(emphasis.Of(feature))}"));
    }

    private static int ShiftOf(Feature feature) => BitsPerFeature * (int)feature;

    private static string Write(double step) => step.ToString(CultureInfo.InvariantCulture);
}
