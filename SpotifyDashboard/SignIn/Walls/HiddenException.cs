namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Stands in the log for an exception whose text held a secret.</summary>
internal sealed class HiddenException(string message, string text) : Exception(message)
{
    /// <summary>The exception itself where nothing in it must be hidden, else what may be kept of it.</summary>
    public static Exception? Of(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        var told = exception.ToString();
        var kept = Secrets.Hide(told);
        return ReferenceEquals(told, kept) || told == kept ? exception : new HiddenException(Secrets.Hide(exception.Message), kept);
    }

    public override string ToString() => text;
}
