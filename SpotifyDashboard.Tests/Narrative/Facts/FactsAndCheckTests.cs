using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class FactsAndCheckTests
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public void Check_FactsInTheirOwnWords_FindsNoFault()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            AssertHold(AnyView.Of(seed));
            AssertHold(AnyHabit.Of(seed));
        }

        static void AssertHold(ListeningView view)
        {
            var facts = NarrativeFactsBuilder.Build(view, PlantedMoods.Of(view.Log.Catalogue), withNames: true);
            Assert.All(facts.Facts, fact =>
            {
                var (sentence, faults) = FactCheck.CheckSentence(TextPart.Description, fact.Text, facts, s_english);
                Assert.True(faults.IsEmpty, $"{fact.Text} {string.Join("; ", faults)}");
                Assert.True(sentence.Claims > 0 && sentence.Claims == sentence.Supported, fact.Text);
                Assert.Contains(fact.Id, sentence.Facts);
            });
        }
    }
}
