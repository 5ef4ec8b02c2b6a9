using System.Globalization;
using System.Numerics;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods;

/// <summary>Which audio features a mood map is made of, in the order of <see cref="Feature"/>. Equal sets are equal values.</summary>
public readonly record struct FeatureSet
{
    private readonly int _bits;

    private FeatureSet(int bits) => _bits = bits;

    /// <summary>The nine that vary continuously, the default: written <c>9</c>.</summary>
    public static FeatureSet Nine { get; } = Of(Listening.Features.Nine);

    /// <summary>All thirteen: written <c>13</c>.</summary>
    public static FeatureSet Thirteen { get; } = Of(Listening.Features.Thirteen);

    /// <summary>Number of features.</summary>
    public int Count => BitOperations.PopCount((uint)_bits);

    /// <summary>The features of the set.</summary>
    public IReadOnlyList<Feature> Features
    {
        get
        {
            var bits = _bits;
            return [.. Listening.Features.Thirteen.Where(feature => (bits >> (int)feature & 1) == 1)];
        }
    }

    /// <summary>Their snake_case keys.</summary>
    public IReadOnlyList<string> Keys => [.. Features.Select(Listening.Features.KeyOf)];

    /// <summary>The set of the given features; repeated ones count once.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FeatureSet Of(IEnumerable<Feature> features)
    {
        var bits = features.Aggregate(0, (sum, feature) => sum | 1 << (int)feature);
        return bits == 0 ? throw new ArgumentException("At least one feature is needed.", nameof(features)) : new FeatureSet(bits);
    }

    /// <summary>Reads <c>9</c>, <c>13</c> or snake_case keys separated by commas.</summary>
    /// <param name="text">As it stands in an address; null or empty for the nine.</param>
    /// <param name="features">The set, where it could be read.</param>
    /// <param name="problem">A sentence that names what could not be read.</param>
    public static bool TryParse(string? text, out FeatureSet features, out string problem)
    {
        features = Nine;
        problem = "";
        if (string.IsNullOrEmpty(text) || text == "9")
        {
            return true;
        }

        if (text == "13")
        {
            features = Thirteen;
            return true;
        }

        var found = new List<Feature>();
        foreach (var key in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Listening.Features.Parse(key) is not { } feature)
            {
                problem = $"There is no feature '{key}'; give 9, 13 or some of {string.Join(", ", Thirteen.Keys)}.";
                return false;
            }

            found.Add(feature);
        }

        if (found.Count == 0)
        {
            problem = "Give 9, 13 or names of features separated by commas.";
            return false;
        }

        features = Of(found);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        this == Nine || this == Thirteen ? Count.ToString(CultureInfo.InvariantCulture) : string.Join(',', Keys);
}
