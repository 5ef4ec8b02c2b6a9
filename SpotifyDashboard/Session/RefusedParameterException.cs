namespace SpotifyDashboard.Session;

/// <summary>A parameter of a request has a value that can't be used. Endpoints behind <see cref="QueryRules"/> answer 400 with the message.</summary>
/// <param name="parameter">Its name as it stands in the address.</param>
/// <param name="message">One sentence: what is accepted.</param>
public sealed class RefusedParameterException(string parameter, string message) : Exception(message)
{
    /// <summary>The parameter's name as it stands in the address.</summary>
    public string Parameter { get; } = parameter;
}
