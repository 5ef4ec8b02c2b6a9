using System.Collections.Immutable;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>A respondent near to another, or to the listener.</summary>
/// <param name="Respondent">Place in the roster.</param>
/// <param name="Similarity">By sound: the cosine, −1 to 1. By sound and habits: 0 to 1. Equal both ways round.</param>
/// <param name="Shared">What they have in common, in words, the most telling first.</param>
/// <param name="Different">In what the twin is other than the one asked about, in words.</param>
public sealed record Twin(int Respondent, double Similarity, ImmutableArray<string> Shared, ImmutableArray<string> Different);
