namespace SpotifyDashboard.Providers.Http;

/// <summary>Leave to make one call. It is counted from the moment it is given, sent or not.</summary>
/// <param name="Id">Its number, for <see cref="ICallBudget.CompleteAsync"/>.</param>
/// <param name="Call">What it was asked for.</param>
public sealed record CallPermit(long Id, BudgetedCall Call);
