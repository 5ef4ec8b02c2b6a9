using System.Text.Json;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Narrative;

/// <summary>Reads the bodies of requests about stories. What is unknown or impossible is refused with its name.</summary>
internal static class AskedNarrative
{
    private const string Tones = "'tone' is one of professional, sarcastic, roast.";

    private static readonly string[] s_story = ["from", "to", "tone", "consent"];
    private static readonly string[] s_choices = ["agreed", "leaveNamesOut", "tone", "weekly", "monthly", "yearly"];

    /// <summary>The story that a body asks for; no body asks for the usual one about everything, by the template.</summary>
    /// <param name="body">The body, or null.</param>
    /// <param name="language">BCP 47 language of the client.</param>
    /// <exception cref="RefusedParameterException">It names something unknown, or a value can't be used.</exception>
    public static NarrativeRequest Story(JsonElement? body, string? language)
    {
        if (body is not { ValueKind: not JsonValueKind.Undefined } told)
        {
            return new NarrativeRequest(default, NarrativeConsent.None, Language: language);
        }

        Refuse(told, s_story);
        return new NarrativeRequest(
            Asked.Period(Text(told, "from"), Text(told, "to")),
            Flag(told, "consent") is true ? NarrativeConsent.ThisOnce : NarrativeConsent.None,
            Tone(told),
            language);
    }

    /// <summary>The choices that a body changes.</summary>
    /// <exception cref="RefusedParameterException">It names something unknown, or a value can't be used.</exception>
    public static NarrativeChoicesChange Choices(JsonElement body)
    {
        Refuse(body, s_choices);
        return new NarrativeChoicesChange(
            Flag(body, "agreed"), Flag(body, "leaveNamesOut"), Tone(body), Flag(body, "weekly"), Flag(body, "monthly"), Flag(body, "yearly"));
    }

    private static void Refuse(JsonElement body, string[] known)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedParameterException("body", $"Send a JSON object with any of {string.Join(", ", known)}.");
        }

        foreach (var member in body.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
            {
                throw new RefusedParameterException(member.Name, $"'{member.Name}' is unknown; known are {string.Join(", ", known)}.");
            }
        }
    }

    private static string? Text(JsonElement body, string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => throw new RefusedParameterException(name, $"'{name}' is a text."),
    };

    private static bool? Flag(JsonElement body, string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new RefusedParameterException(name, $"'{name}' is true or false."),
    };

    private static NarrativeTone? Tone(JsonElement body) =>
        Text(body, "tone") is not { } text ? null : Asked.OneOf<NarrativeTone>("tone", text) ?? throw new RefusedParameterException("tone", Tones);
}
