namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>One way to read a number in digits: "1.204" is 1204 to a German and 1.204 to an Englishman.</summary>
/// <param name="Value">The number.</param>
/// <param name="Step">What its last digit stands for: 1 for "1,204", 0.1 for "12.5".</param>
internal readonly record struct NumberReading(double Value, double Step);
