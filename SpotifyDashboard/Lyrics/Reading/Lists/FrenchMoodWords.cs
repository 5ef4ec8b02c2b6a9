namespace SpotifyDashboard.Lyrics.Reading.Lists;

/// <summary>French words that tell a mood.</summary>
internal static class FrenchMoodWords
{
    public static MoodWordList List { get; } = MoodWordList.Read(
        "fr",
        (
            VeryGood:
            """
            adorable adore adorer aime aimé aimée aimer aimes amour amours amoureux amoureuse beau beauté belle bonheur caresse chance chéri chérie délice embrasse embrasser enchanté espoir espérance extase
            fête fêter fier gaieté gagner gai gloire heureux heureuse joie joyeux joyeuse liberté magnifique merveille merveilleux miracle paradis parfait paix plaisir précieux ravi réjouir rire ris rit
            sourire souris splendide sublime tendresse trésor triomphe victoire
            """,
            Good:
            """
            accueil aider ami amie amitié ange apaiser avenir bisou bise bon bonne bien brave briller brille calme câlin chaleur chanson chant chante chanter charme chaud clair cœur coeur confiance
            content courage danse danser désir doré douce douceur doux éclat ensemble envie étoile facile fidèle fleur force fort frais franc frère grâce guérir honnête honneur jeune jeunesse jouer joli jolie
            libre lumière lune magie magique merci miel musique or pardon pardonner partage passion printemps promesse protéger pur rayon rêve rêver rêves riche rose sage sain saint sauver serein simple sincère
            soleil tendre tranquille unis vérité vie vivant vivre voler vrai
            """,
            Bad:
            """
            absence adieu amer amertume arme blessé blesse blessure brisé briser brise brouillard brume brûle cache cacher cage cendre chaîne chute colère combat coupable crainte danger dément démon départ
            désert difficile distance douter doute dur échec effacer ennemi ennui ennuie erreur étrange fané fantôme fatigue fatigué fauché faute faux faible fin folie fou folle froid fuir fuite gâcher gris
            guerre honte hiver ivre jaloux lâche laid las loin lourd mal mauvais mensonge mentir mens menteur misérable ombre orage oubli oublie oublier partir perdre perdu perd perte peur peine piège pleut pluie
            poussière prison problème quitter quitte rage regret regrette remords rompre ruine sale seul seule silence solitude sombre tempête tomber tombe trahi trahir trahison triché vide vieux voleur
            """,
            VeryBad:
            """
            abandon abandonné agonie angoisse assassin cauchemar cercueil chagrin cimetière crever cri crier crie damné déchire déchirer désespoir désespéré détruire détruit diable douleur drame enfer enterrer
            haine hais horreur larme larmes maudit malheur malheureux massacre meurs meurt meurtre misère mort morte mourir noyer pleure pleurer pleurs pleures poison sanglot sang souffrance souffre souffrir
            suicide supplice terreur torture tourment tragédie triste tristesse tuer tue vengeance venin violence
            """),
        "pas ne n' jamais sans ni rien aucun aucune guère plus",
        ("s", ""), ("es", ""), ("e", ""), ("x", ""), ("ent", ""), ("ent", "er"), ("e", "er"), ("es", "er"), ("ais", "er"), ("ait", "er"), ("ez", "er"), ("ons", "er"), ("é", "er"), ("ée", "er"), ("ées", "er"), ("ant", "er"), ("erai", "er"), ("era", "er"));
}
