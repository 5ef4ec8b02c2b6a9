using System.Collections.Immutable;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>What was learned from a survey that has enough respondents.</summary>
/// <param name="Forest">Learned from all of them: for sounds that are new.</param>
/// <param name="Report">Cross-validation: for the respondents themselves.</param>
/// <param name="Calibration">Learned from the report.</param>
/// <param name="Importance">Of each feature of the map, in their order.</param>
internal sealed record LearnedMajors(
    RandomForest Forest, CrossValidationReport Report, ProbabilityCalibration Calibration, ImmutableArray<FeatureImportance> Importance);
