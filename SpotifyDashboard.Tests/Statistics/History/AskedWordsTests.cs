using SpotifyDashboard.Statistics.History;

namespace SpotifyDashboard.Tests.Statistics.History;

public sealed class AskedWordsTests
{
    [Fact]
    public void Address_ChosenElsewhere_FillsTheFieldsOnce()
    {
        var asked = new AskedWords();

        Assert.True(asked.Show("first", artist: null));
        Assert.False(asked.Show("first", artist: null));
        Assert.True(asked.Show("second", artist: null));
    }

    [Fact]
    public void Answer_ThatComesAfterMoreWasAskedFor_DoesNotFillTheFields()
    {
        var asked = new AskedWords();
        asked.Show(text: null, artist: null);

        asked.Ask("elan nor", artist: null);
        asked.Ask("elan nordlys", artist: null);

        Assert.False(asked.Show("elan nor", artist: null));
        Assert.Equal(("elan nordlys", (string?)null), asked.Latest);
        Assert.False(asked.Show("elan nordlys", artist: null));
    }

    [Fact]
    public void Answers_SomeOfWhichWereLeftOut_AreAllForgotten()
    {
        var asked = new AskedWords();
        asked.Show(text: null, artist: null);
        asked.Ask("a", artist: null);
        asked.Ask("ab", artist: null);

        Assert.False(asked.Show("ab", artist: null));

        // The way back is a choice of its own, although the word was once typed.
        Assert.True(asked.Show("a", artist: null));
        Assert.Equal(("a", (string?)null), asked.Latest);
    }
}
