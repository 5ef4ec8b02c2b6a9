using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Lyrics.Reading;

namespace SpotifyDashboard.Tests.Lyrics.Reading;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "I walked along the harbour when the night was young\nand you were never there with me\nso I wrote this song for you")]
    [InlineData("de", "Ich ging am Hafen entlang als die Nacht noch jung war\nund du warst nicht bei mir\nalso schrieb ich dir dieses Lied")]
    [InlineData("es", "Caminé por el puerto cuando la noche era joven\ny tú no estabas conmigo\npor eso escribo esta canción para ti")]
    [InlineData("fr", "Je marchais sur le port quand la nuit était jeune\net tu n'étais pas avec moi\nalors j'ai écrit cette chanson pour toi")]
    [InlineData("it", "Camminavo lungo il porto quando la notte era giovane\ne tu non eri con me\nper questo ho scritto una canzone per te")]
    [InlineData("pt", "Eu andava pelo porto quando a noite era jovem\ne você não estava comigo\npor isso escrevi uma canção para você")]
    [InlineData("nl", "Ik liep langs de haven toen de nacht nog jong was\nen jij was niet bij mij\ndus schreef ik een lied voor jou")]
    [InlineData("sv", "Jag gick längs hamnen när natten var ung\noch du var inte med mig\nså jag skrev en sång till dig")]
    [InlineData("pl", "Szedłem przez port kiedy noc była młoda\ni nie było cię ze mną\nwięc piszę tę piosenkę dla ciebie bo jestem sam")]
    [InlineData("tr", "Gece gençken limanda yürüdüm ama sen yoktun\nbu şarkıyı sana yazdım çünkü ben seni hiç unutmadım\nne olur gel")]
    [InlineData("fi", "Kuljin satamassa kun yö oli nuori\nja sinä et ollut siellä kanssa minun\nniin minä kirjoitin tämän laulun sinua varten")]
    [InlineData("ja", "港を歩いていた夜が若かったころ\nきみはいなかった")]
    [InlineData("ko", "밤이 어렸을 때 항구를 걸었어\n너는 없었어")]
    [InlineData("zh", "我走在港口 夜还年轻 你不在我身边")]
    [InlineData("el", "Περπατούσα στο λιμάνι όταν η νύχτα ήταν νέα")]
    [InlineData("ru", "Я шёл по гавани когда ночь была молода и ты не был со мной")]
    [InlineData("uk", "Я йшов гаванню коли ніч була молода її не було зі мною")]
    [InlineData("he", "הלכתי לאורך הנמל כשהלילה היה צעיר")]
    [InlineData("th", "ฉันเดินไปตามท่าเรือเมื่อค่ำคืนยังเยาว์")]
    public void Tell_PlainText_NamesItsLanguage(string code, string text) => Assert.Equal(code, Tell(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("la la la la la la la la la la la la la la la la la")]
    [InlineData("oh baby oh baby oh baby oh baby oh baby oh baby oh baby oh baby")]
    [InlineData("Too short for me")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14")]
    [InlineData("Вървях по пристанището когато нощта беше млада")]
    [InlineData("I walked along the harbour when the night was young and you were there\nIch ging am Hafen entlang als die Nacht noch jung war und du warst bei mir")]
    [InlineData("xylo brant kleft ospril druzz mekta volin sarpe quond tebil frask wennot lumpa")]
    public void Tell_NothingToGoBy_SaysNothing(string text) => Assert.Null(Tell(text));

    [Fact]
    public void Tell_TextOnceKnown_IsTheSameSungTwice() => Prop.ForAll(
        Gen.Elements("the", "and", "you", "harbour", "und", "nicht", "ich", "Hafen", "que", "la", "\n").ListOf().ToArbitrary(),
        static words =>
        {
            var text = string.Join(' ', words);
            return Tell(text) is not { } once || once == Tell($"{text}\n{text}");
        }).QuickCheckThrowOnFailure();

    private static SungLanguage? Tell(string text) => LanguageDetector.Tell(text, [.. SungWords.Of(text)]);
}
