using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Narrative.Writing;

public sealed class DescriptionReaderTests
{
    private static readonly string[] s_sentences = ["You pressed play 1,204 times.", "On 12 October 2026 it was \"quiet\"!", "Größe \\ zählt – 🎷 auch, am 18. Oktober.", "Was it Nordlys Kollektiv?"];

    [Fact]
    public void Add_AnyCutting_TellsEachSentenceOnceAndInOrder()
    {
        var json = FaithfulStory.Write("\"description\": no", string.Join(' ', s_sentences), "A roast. Another.");
        Prop.ForAll(Gen.Choose(1, 40).ListOf().ToArbitrary(), lengths =>
        {
            var reader = new DescriptionReader(SampleFacts.Week());
            var told = new List<string>();
            var at = 0;
            foreach (var length in lengths.Append(json.Length))
            {
                var end = Math.Min(json.Length, at + length);
                told.AddRange(reader.Add(json[at..end]));
                at = end;
            }

            return told.SequenceEqual(s_sentences);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Add_LastSentence_WaitsForItsEnd()
    {
        var reader = new DescriptionReader(SampleFacts.Week());

        Assert.Empty(reader.Add("""{"title":"T","description":"It was the 12."""));
        Assert.Empty(reader.Add(" October 2026. "));
        Assert.Equal(["It was the 12. October 2026."], reader.Add("Then "));
        Assert.Equal(["Then it ended."], reader.Add("""it ended.","roast":"Ha."}"""));
    }

    [Fact]
    public void Add_EscapesAndOtherMembers_AreReadAsJson()
    {
        var reader = new DescriptionReader(SampleFacts.Week());

        Assert.Equal(["Caf\u00e9 \"Nord\" plays on."], reader.Add("""noise {"x":{"description":"Not this."},"description":"Caf\u00e9 \"Nord\"\nplays on."}"""));
    }
}
