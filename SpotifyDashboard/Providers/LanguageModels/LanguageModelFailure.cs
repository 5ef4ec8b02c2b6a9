namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Why a language model did not write.</summary>
public enum LanguageModelFailure
{
    /// <summary>The service was down, silent, too slow, or broke off.</summary>
    Unreachable,

    /// <summary>The service asks to wait until <see cref="LanguageModelException.RetryAt"/>.</summary>
    Limited,

    /// <summary>The operator must change key, model or address.</summary>
    Misconfigured,

    /// <summary>It would not: the prompt or its answer was blocked.</summary>
    Blocked,

    /// <summary>What came was no answer of a model, or one cut short.</summary>
    Unreadable,
}
