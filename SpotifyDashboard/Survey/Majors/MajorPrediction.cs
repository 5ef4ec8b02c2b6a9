using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>What the forecast says of one sound. It is worth no more than <see cref="MajorEvaluation"/> says.</summary>
/// <param name="Confidence">The probability of the most probable major as the forest gives it, 0 to 1.</param>
/// <param name="CalibratedConfidence">The same after calibration: of answers given with 40 %, 40 % should be right.</param>
/// <param name="Probabilities">All majors, the most probable first; they add up to 1.</param>
/// <param name="Assumed">Features that were not given, for which the mean of the survey was taken.</param>
public sealed record MajorPrediction(double Confidence, double CalibratedConfidence, ImmutableArray<MajorShare> Probabilities, ImmutableArray<Feature> Assumed)
{
    /// <summary>The most probable major; of equally probable ones that of more respondents.</summary>
    public string Major => Probabilities[0].Major;
}
