namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>How long to wait after so many failures in a row.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Free">Failures that cost no wait.</param>
/// <param name="Longest">The longest wait.</param>
internal sealed record GuessRule(string Name, int Free, TimeSpan Longest)
{
    private const int MostDoublings = 20;

    /// <summary>Tries under one name: a stranger who guesses must not keep its owner out, so the wait stays short.</summary>
    public static GuessRule Subject { get; } = new("subject", Free: 5, TimeSpan.FromMinutes(5));

    /// <summary>Tries from one address, under whatever names; a household or a class shares one.</summary>
    public static GuessRule Address { get; } = new("address", Free: 20, TimeSpan.FromMinutes(15));

    /// <summary>The wait: a second after the first failure that is not free, then twice as long each time.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        if (failures <= Free)
        {
            return TimeSpan.Zero;
        }

        var wait = TimeSpan.FromSeconds(1 << Math.Min(failures - Free - 1, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
