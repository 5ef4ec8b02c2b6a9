namespace SpotifyDashboard.Listening;

/// <summary>Somebody who may only look wanted to change something. Its message is a sentence for them.</summary>
public sealed class ReadOnlyVisitorException() : InvalidOperationException("You can look at everything here, and change nothing.");
