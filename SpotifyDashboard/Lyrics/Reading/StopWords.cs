using System.Collections.Frozen;

namespace SpotifyDashboard.Lyrics.Reading;

/// <summary>The small words of the languages in Latin letters: they tell a language, and nothing of what a song is about.</summary>
internal static class StopWords
{
    /// <summary>Sounds that are sung in any language and mean nothing.</summary>
    private const string Sounds =
        """
        ah aha ahh ahoo aw ay ayy ayo ba bah bam bang bap bom boom brr da dah dee di dip do doh doo dum du eh ey ehi ha haha hah hee heh hey hi hm hmm hmmm ho hoo hoy huh
        la lah lai lalala le li lo lu mm mmm mmmm na nah nanana ne no nana oh ohh ohhh oho ok okay ole olé oo ooh oohh oooh ooo ou ouh ow pa pam pum ra rah sha shoo shoop skrrt
        ta tra tu uh uhh uhm uhu um umm uo uoh wah whoa woah wo woo wooh wow ya yah yay ye yea yeah yeahh yeh yo yow yuh whoo
        """;

    private static readonly FrozenDictionary<string, string> s_texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] =
            """
            a about above after again against ain't all am an and any are aren't as at away back be because been before being below between both but by can can't cannot could couldn't
            did didn't do does doesn't doing don't down during each even ever every few for from get gets getting go goes going gonna got gotta had hadn't has hasn't have haven't having he he'd he'll
            he's her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself just let let's like lot made make makes many may me might more most much
            must my myself never no nor not nothing now of off on once one only onto or other our ours ourselves out over own put really said same say says see she she'd she'll she's should shouldn't since so some
            something still such take tell than that that's the their theirs them themselves then there there's these they they'd they'll they're they've thing things this those though through till to too
            try two under until up us very wanna want was wasn't way we we'd we'll we're we've well went were weren't what what's when when's where where's which while who who's whom why will with without won't
            would wouldn't you you'd you'll you're you've your yours yourself cause cuz 'cause y'all em ya'll gimme lemme imma i'ma come comes coming came know knows knew think thought
            """,
        ["de"] =
            """
            aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da damit dann das dass daß dein deine deinem deinen deiner dem
            den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach einmal er es etwas euch euer eure für gegen gibt gab gar geh gehen geht ging
            habe haben hab hast hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner
            komm kommen kommt können könnte lass machen mach macht man mein meine meinem meinen meiner mich mir mit muss musst nach nicht nichts nie noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner
            seit sich sie sind so solche soll sollte sondern sonst über um und uns unser unsere unter vom von vor war waren warum was weg weil weiter weiß wenn wer werde werden wie wieder will willst wir wird wirst wo
            wohl wollen wollte würde würden zu zum zur zwischen mal hab's ist's geht's gib's nem ne ner sag sagt sehen seh mehr bleib bleibt
            """,
        ["es"] =
            """
            a al algo algún alguna algunas alguno algunos allí ante antes aquel aquella aquí así aun aún aunque bajo bien cada casi como cómo con contra cual cuál cuando cuándo cuanto de del desde donde dónde dos
            durante e el él ella ellas ellos en entre era eran eras eres es esa esas ese eso esos esta está estaba están estar estás estas este esto estos estoy fue fueron fui ha había han has hasta hay he
            hoy ir la las le les lo los más me mi mí mis mucha mucho muchos muy nada ni no nos nosotros nunca o otra otro otros para pero poco por porque pues que qué quien quién quiero se sé sea ser si sí siempre sin
            sobre somos son soy su sus también tan tanto te tengo ti tiene tienes todo todos toda todas tu tú tus un una unas uno unos va vamos van vas voy y ya yo dame dime dice digo haces hacer hace puede puedo puedes
            quieres sabes sabe solo sólo ser estamos pa pa' to to' na na' aquí ahora después luego cuándo vez veces
            """,
        ["fr"] =
            """
            à ai aie ainsi alors après as au aucun aussi autre aux avant avec avez avoir avons bien ça car ce cela ces cet cette chaque chez ci comme comment d dans de des deux depuis dit donc dont du elle elles en encore
            entre es est et étais était être eu eux faire fais fait faut hors ici il ils j j'ai je jamais jusqu juste l la là le les leur leurs lui m ma mais me même mes moi moins mon n ne ni nos notre nous on ont or ou
            où par parce pas peu peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi rien s sa sais sait sans se sera ses si soi sois sommes son sont sous suis sur t ta tant te tes toi ton
            toujours tous tout toute toutes très trop tu un une va vais vas vers veut veux voici voilà vos votre vous y c'est c qu'on qu'il j'suis t'es t'as j'veux vient viens dis quelque était avait avais cause
            """,
        ["it"] =
            """
            a ad agli ai al alla alle allo altra altre altri altro anche ancora avere c'è che chi ci ciò col come con contro così cosa cose cui da dagli dai dal dalla dalle dei del della delle dello dentro di dopo dove due
            e è ed era eri ero essere fa fai fare fatto fino forse fra fu già gli ha hai hanno ho i il in io l la le lei lo loro lui ma mai me meno mentre mi mia mie miei mio molto nei nel nella nelle nello nessuno niente no
            noi non nostra nostro nulla o ogni ora per perché però più poco poi prima può puoi posso qua quale quando quanto quei quel quella quelle quello questa queste questi questo qui quindi sa sai se sei sempre senza
            senti si sì sia siamo so solo sono sopra sotto stai sta sto sua sue sugli sui sul sulla suo suoi te ti tra troppo tu tua tue tuo tuoi tutta tutte tutti tutto un una uno va vai vi via voglio voi vuoi dimmi
            """,
        ["pt"] =
            """
            a à agora ainda além algo alguém ao aos aquela aquele aqui as às assim até cada com como contra da daqui das de dela dele deles demais depois desde dessa desse desta deste do dos e é ela elas ele eles em então
            entre era eram eu essa esse essas esses esta está estamos estão estar estas este estou eu faz fazer foi foram há isso isto já la lá lhe lo mais mas me mesmo meu meus mim minha minhas muita muito na nada não nas
            nela nele nem nenhum ninguém no nos nós nossa nosso num numa nunca o onde os ou outra outro para pela pelas pelo pelos per pode por porque pouco pra pro quando quanto que quê quem quer quero se sei seja sem
            sempre ser seu seus si sim sob sobre só sou sua suas tá também tanto tão te tem tenho teu ti toda todas todo todos tu tua tudo um uma umas uns vai vamos vem você vocês vou você cê tô fui diz deixa mim
            """,
        ["nl"] =
            """
            aan al alle alleen alles als altijd andere ben bent bij daar dan dat de deze die dit doch doe doen door dus een eens echt en er even ga gaan gaat geen geweest had heb hebben hebt heeft hem het hier hij hoe hun
            ik iemand iets in is ja je jij jou jouw kan kon kom komt laat maar me meer men met mij mijn moet na naar niet niets niks nog nooit nou nu of om omdat onder ons onze ook op over samen te tegen toch toen tot u uit
            uw van veel voor waar waarom want waren was wat weer weet weg wel werd wie wij wil wilt worden wordt zal ze zeg zei zich zie zij zijn zo zonder zou m'n z'n d'r 't 'n 'k gewoon
            """,
        ["sv"] =
            """
            aldrig all alla allt alltid än ändå andra är att av bara bli blir blev både då de dem den denna deras dess det detta dig din dina ditt dom du där efter ej eller en er era ett för från får få gå går gick
            ha hade han hans har hela hem henne hennes här hon honom hur i igen in ingen inget ingenting innan inte ja jag ju kan kom kommer kunde lite man mig min mina mitt med mej mellan men mot mycket måste ner ni nog
            nu någon något när och också om oss på redan sa säger samma se sej ser sig sin sina sitt ska skulle själv som så sådan till tills under upp ur ut utan vad var vara varför varit vart vem vi vid vill vilken vår våra
            """,
        ["pl"] =
            """
            a aby ale albo bez bo być był była było były będę będzie by chcę chce chociaż ci cię ciebie co coś czy czego dla dlaczego do dziś gdy gdzie go i ich ile im inny ja jak jaki jako je jednak jego jej jest jestem
            jesteś jeszcze jeśli już każdy kiedy kto która które który ma mam masz mi mnie mną mogę może mój moja moje my na nad nam nami nas nasz nawet nie nic nich nigdy nim niż no o od on ona one oni po pod przed przez
            przy sam są się skąd swoje ta tak taki tam te tego tej ten teraz to tobą tobie tu tutaj twój twoja twoje ty tych tylko tym u w wam was we wiem więc wszystko z za zawsze ze że znów
            """,
        ["tr"] =
            """
            acaba ama artık aslında ben bana beni benim bile bir biri biz bize bizim bu buna bunu böyle çok çünkü da daha de değil diye dün en gel gibi git hadi hala hala her hep hem hiç için ile ise işte
            kadar kendi ki kim kimse mi mı mu mü ne neden nerede nasıl niye o olan olarak oldu olsa olur ona onlar onu onun öyle sana sanki seni sen senin siz sonra şey şimdi şu tüm var ve veya ya yine yok yoksa
            """,
        ["fi"] =
            """
            ai aina eikä ei ehkä en enää että etkö et he hän häntä hänen ihan ilman ja jo jos joka jota jotka kai kaikki kanssa kerran koskaan koska kuin kuka kun kuten luona me meidän mikä mitä minä minun minua mua mun mä
            mulla mulle minulla mitään missä miksi mutta myös ne niin niitä noin nuo nyt olen olet oli olin olla on ollut ovat pois saa saan se sen siellä siihen sinä sinun sinua sua sun sä sulle sitä sitten tai taas
            tämä tänään tässä te tuo tuolla tähän vaan vai vaikka vain vielä voi voin yli
            """,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_words =
        s_texts.ToFrozenDictionary(static language => language.Key, static language => Words(language.Value), StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_sounds = Words(Sounds);

    /// <summary>The languages that have a list.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. s_texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The list of a language; empty where there is none.</summary>
    public static FrozenSet<string> Of(string language) => s_words.GetValueOrDefault(language) ?? FrozenSet<string>.Empty;

    /// <summary>Whether a word is a mere sound.</summary>
    public static bool IsSound(string word) => s_sounds.Contains(word);

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
