namespace SpotifyDashboard.Narrative.Writing;

/// <summary>What became of asking the model for a story; kept with the story and counted for the acceptance rate.</summary>
public enum ModelOutcome
{
    /// <summary>No model was asked: no key, no consent, no call left today, or the listener wanted the template.</summary>
    NotAsked,

    /// <summary>Its first text held.</summary>
    Accepted,

    /// <summary>Its second text held, after the faults of the first were named.</summary>
    Repaired,

    /// <summary>Both texts said what the facts do not say.</summary>
    Refused,

    /// <summary>It would not write: the prompt or its answer was blocked.</summary>
    Blocked,

    /// <summary>Its answers could not be read: no JSON of the schema, or cut short.</summary>
    Unreadable,

    /// <summary>The service asked to wait.</summary>
    Limited,

    /// <summary>The service was down, silent or too slow.</summary>
    Unreachable,

    /// <summary>Key, model or address are wrong.</summary>
    Misconfigured,
}
