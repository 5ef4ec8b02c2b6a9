namespace SpotifyDashboard.Lyrics.Reading.Lists;

/// <summary>German words that tell a mood.</summary>
internal static class GermanMoodWords
{
    public static MoodWordList List { get; } = MoodWordList.Read(
        "de",
        (
            VeryGood:
            """
            begeistert bezaubernd feier feiern fest freiheit freude freuen freut froh fröhlich frieden gefeiert geliebt geliebte gelacht genieß genießen gewinn gewinnen gewonnen glück glücklich großartig
            heiter herrlich himmel hoffen hoffnung jubel jubeln kuss küsse küssen küsst lach lachen lächeln lächelt liebe lieben liebling liebst liebt lust lustig paradies perfekt schatz schön schöne selig
            sieg sonnenschein spaß stolz strahlen süß traumhaft umarmen umarmt wunder wunderbar wunderschön wundervoll zauber zauberhaft zärtlich
            """,
            Good:
            """
            bunt dank danke ehrlich echt engel erfolg feuerwerk frei freund freundin freundschaft frisch frühling geborgen geduld gefühl gemeinsam gesund gold golden gut heil heilig held herz herzlich hell helfen
            jung kraft lachend leben lebendig leicht leuchten leuchtet licht lied mut mutig musik nett offen rein reich retten ruhe ruhig sanft schein schutz sicher singen singt sommer sonne sonnig spielen
            spielt stark stern sterne tanz tanzen tanzt traum träume träumen treu vertrauen verzeihen wahr wahrheit warm wärme weich willkommen wunsch zusammen zuhause
            """,
            Bad:
            """
            abschied alt arm bitter blind bös böse brechen bricht dunkel dunkelheit egal einsam einsamkeit ende eng ernst falsch fallen fällt fehlen fehler fehlst fehlt feind fern fliehen flucht fort frieren
            gefallen gegangen gefahr gefangen geheim gespenst grau grausam grob hart hässlich hilflos hunger kalt kälte kampf kämpfen kaputt klagen krank krieg last leer leere leid lüge lügen
            lügst müde narbe nebel neid not panik regen riss ruine schatten schlecht schlimm schmutz schuld schwach schwarz schwer sorge sorgen still stress sturm sünde trennen trennung trüb übel
            ungerecht untergehen verbot verboten verfallen vergessen verlassen verlieren verlierst verliert verloren vermissen vermiss vermisse verpasst verrat verraten verrückt verschwinden versteckt wahnsinn
            wand weglaufen wund wunde zerbrechen zweifel zweifeln
            """,
            VeryBad:
            """
            allein albtraum angst ängste blut elend feindschaft friedhof gestorben gift grab hass hassen hasse hasst hilfeschrei hoffnungslos höll hölle kummer leiden leichen leiche mord mörder qual quälen
            schmerz schmerzen schrei schreien stirb sterben stirbst stirbt teufel tod tot tote töten träne tränen trauer traurig traurigkeit unglück unglücklich verderben verdammt verflucht verzweifelt verzweiflung
            weinen weinst weint weine wut wütend zerstören zerstört zerbrochen
            """),
        "nicht kein keine keinen keinem keiner nie niemals ohne nichts kaum weder",
        ("e", ""), ("en", ""), ("er", ""), ("es", ""), ("em", ""), ("n", ""), ("s", ""), ("st", ""), ("t", ""), ("te", ""), ("ten", ""), ("ste", ""), ("e", "en"), ("st", "en"), ("t", "en"), ("test", "en"), ("ere", ""), ("ern", ""));
}
