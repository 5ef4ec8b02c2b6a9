using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Lyrics.Reading;

namespace SpotifyDashboard.Tests.Lyrics.Reading;

public sealed class SongReadingTests
{
    [Fact]
    public void Words_OfALine_KeepApostrophesAndLeaveLabelsOut()
    {
        Assert.Equal(["don't", "stop", "running", "l'amour", "it's", "é"], SungWords.Of("[Chorus]\nDon’t stop runnin'\nVerse 2:\nl'amour, 'IT'S' (É) 99"));
    }

    [Fact]
    public void Words_ComposedOrNot_AreTheSame() => Assert.Equal(SungWords.Of("caf\u00E9"), SungWords.Of("cafe\u0301"));

    [Theory]
    [InlineData("en", "I am so happy and I love the sunshine, the joy, your smile and the dancing, wonderful friends of mine", 0.75, 1)]
    [InlineData("en", "I am so lonely and I hate the darkness, the tears, your lies and the dying, hopeless heart of mine and this pain", 0, 0.25)]
    [InlineData("de", "Ich bin so glücklich und ich liebe die Sonne, die Freude und dein Lachen, wir tanzen und es ist wunderschön", 0.75, 1)]
    [InlineData("de", "Ich bin so einsam und ich hasse die Dunkelheit, die Tränen und deine Lügen, ich weine und es ist der Tod und der Schmerz", 0, 0.25)]
    [InlineData("es", "Estoy tan feliz y te amo, mi amor, la alegría y tu sonrisa son hermosas, la vida es bella y bailamos con el sol", 0.75, 1)]
    [InlineData("es", "Estoy tan triste y te odio, el dolor y las lágrimas, lloro por la muerte y esta soledad es una pesadilla que no se va", 0, 0.3)]
    [InlineData("fr", "Je suis si heureux et je t'aime, mon amour, la joie et ton sourire sont magnifiques, la vie est belle et nous dansons au soleil", 0.75, 1)]
    [InlineData("fr", "Je suis si triste et je pleure, la douleur et les larmes, la mort et la solitude, c'est un cauchemar et je souffre sans toi", 0, 0.25)]
    public void Mood_OfPlainWords_IsWhatTheySay(string code, string text, double least, double most)
    {
        var reading = SongReading.Of(text);

        Assert.Equal(code, reading.Language?.Code);
        Assert.InRange(reading.Mood?.Valence ?? -1, least, most);
    }

    [Fact]
    public void Mood_OfNegatedWords_IsTurned()
    {
        var list = MoodWords.Of("en")!;
        string[] plain = ["happy", "joy", "love", "smile", "peace", "perfect"];

        var happy = LyricsMood.Of(plain, list);
        var unhappy = LyricsMood.Of([.. plain.SelectMany(static word => new[] { "never", word })], list);

        Assert.Equal(1, happy?.Valence);
        Assert.Equal(0, unhappy?.Valence);
        Assert.Equal(6, unhappy?.KnownWords);
    }

    [Theory]
    [InlineData("happy happy happy happy happy happy happy happy")]
    [InlineData("happy joy love smile peace")]
    [InlineData("happy joy love happy joy love happy joy love")]
    [InlineData("")]
    public void Mood_OfTooFewWords_IsRefused(string words) => Assert.Null(LyricsMood.Of(words.Split(' '), MoodWords.Of("en")!));

    [Fact]
    public void Mood_OfALanguageWithoutAList_IsRefused()
    {
        var reading = SongReading.Of("Jag gick längs hamnen när natten var ung\noch du var inte med mig\nså jag skrev en sång till dig min älskling");

        Assert.Equal("sv", reading.Language?.Code);
        Assert.Null(reading.Mood);
        Assert.Contains("hamnen", reading.Themes.Keys);
    }

    [Fact]
    public void Lists_OfEachLanguage_AreBigEnoughAndAgreeWithThemselves()
    {
        Assert.Equal(["en", "de", "es", "fr"], MoodWords.All.Select(static list => list.Language));
        Assert.All(MoodWords.All, static list =>
        {
            Assert.InRange(list.Values.Count, 320, 420);
            Assert.All(list.Values, static word => Assert.Equal(word.Key.ToLowerInvariant().Normalize(), word.Key));
            Assert.DoesNotContain(list.Negators, list.Values.ContainsKey);
        });
    }

    [Fact]
    public void Themes_OfASong_LeaveSmallWordsAndSoundsOut()
    {
        var themes = SongReading.Of("Oh the harbour, the harbour's light is on me\nyeah I was there and it was not for you\nla la na na the Harbour").Themes;

        Assert.Equal(3, themes["harbour"]);
        Assert.Equal(1, themes["light"]);
        Assert.Equal(2, themes.Count);
    }

    [Fact]
    public void Reading_OfAnyText_KeepsItsBounds() => Prop.ForAll<string>(static text =>
    {
        var reading = SongReading.Of(text ?? "");
        return reading.Mood is null or { Valence: >= 0 and <= 1, KnownWords: >= LyricsMood.FewestKnown, DifferentWords: >= LyricsMood.FewestDifferent }
            && reading.Themes.All(static theme => theme is { Key.Length: >= 3, Value: > 0 });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mood_OfWordsFromTheList_StaysBetweenTheirValues()
    {
        var list = MoodWords.Of("en")!;

        Prop.ForAll(
            Gen.Elements(list.Values.Keys.Order(StringComparer.Ordinal).ToArray()).ListOf().ToArbitrary(),
            words => LyricsMood.Of([.. words], list) is not { } mood
                || (mood.KnownWords == words.Count
                    && mood.Valence >= words.Min(word => (1 + list.Values[word]) / 2) - 1e-9
                    && mood.Valence <= words.Max(word => (1 + list.Values[word]) / 2) + 1e-9))
            .QuickCheckThrowOnFailure();
    }
}
