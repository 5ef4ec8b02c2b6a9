using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative;

/// <summary>Writes sentences and facts for the database, whole, and reads them back.</summary>
internal static class NarrativeJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Of(ImmutableArray<CheckedSentence> sentences) => JsonSerializer.Serialize(sentences, s_options);

    public static string Of(ImmutableArray<NarrativeFact> facts) =>
        JsonSerializer.Serialize(facts.Select(static fact => new StoredFact(fact.Id, fact.Topic, fact.Text, fact.Href, fact.Figures, fact.Names, fact.Days)), s_options);

    public static ImmutableArray<CheckedSentence> SentencesOf(string json) => JsonSerializer.Deserialize<ImmutableArray<CheckedSentence>>(json, s_options);

    public static ImmutableArray<NarrativeFact> FactsOf(string json) =>
    [
        .. JsonSerializer.Deserialize<ImmutableArray<StoredFact>>(json, s_options).Select(static stored => new NarrativeFact
        {
            Id = stored.Id,
            Topic = stored.Topic,
            Text = stored.Text,
            Href = stored.Href,
            Figures = stored.Figures,
            Names = stored.Names,
            Days = stored.Days,
        }),
    ];

    /// <summary>A fact with all that the API does not show.</summary>
    private sealed record StoredFact(
        string Id, FactTopic Topic, string Text, string Href, ImmutableArray<FactFigure> Figures, ImmutableArray<FactName> Names, ImmutableArray<FactDays> Days);
}
