namespace SpotifyDashboard.Lyrics.Reading.Lists;

/// <summary>Spanish words that tell a mood.</summary>
internal static class SpanishMoodWords
{
    public static MoodWordList List { get; } = MoodWordList.Read(
        "es",
        (
            VeryGood:
            """
            abrazo abrazar adorar adoro alegre alegría amada amado amar ama amas amo amé amor amores bella belleza bello bendición bendito besar beso bonito bonita cariño celebrar celebra cielo contento
            dicha dichoso disfrutar disfruta divino encanta encanto enamorado enamorar enamora esperanza felicidad feliz felices fiesta ganar gloria gozar goza gozo hermosa hermoso hermosura ilusión libertad
            lindo maravilla maravilloso milagro paraíso paz perfecto placer preciosa precioso querer querido reír ríe risa sonreír sonríe sonrisa suerte ternura triunfo victoria
            """,
            Good:
            """
            abril acariciar ángel amanecer amiga amigo amistad ánimo bailar baila baile bailando brillar brilla buen bueno bien calor calma canción cantar canta cantando claro color corazón cuidar
            deseo despertar dulce dulzura estrella fácil fe fiel flor fresco fuerte fuerza gracia gracias gusta gusto juntos jugar joven juventud lealtad libre limpio luna luz lucero magia mágico miel música
            noble novia nuevo oro pasión perdonar perdón primavera promesa puro rico risueño rosa sabor salvar sano santo seguro sincero sol soñar sueño sueños suave tesoro tierno tranquilo unidos valiente
            verano verdad verdadero vida vivir vivo volar
            """,
            Bad:
            """
            adiós amargo amargura arrepentir arrepiento ausencia bajo borrar cadena caer caído cansado cárcel castigo celos ceniza cicatriz cobarde culpa culpable débil demonio dejar desierto despedida
            difícil distancia dudar duda duro enemigo engañar engaño enfermo error escapar extrañar extraño falso fallar fallo falta fantasma fin frío fría fuga gris guerra herida herido huir hundir
            ira jaula lejos lento loco locura lluvia malo mal maldad mentir mentira mentiroso miedo nadie niebla nostalgia olvidar olvido oscuro oscuridad pelea peligro pena pérdida perder perdido
            pierde pobre prisión problema rabia rendir robar romper rota roto ruina sangrar secreto silencio solo soledad sombra sucio temor tormenta tormento traición traicionar trampa vacío vergüenza
            viejo
            """,
            VeryBad:
            """
            abandonar abandonado abandono agonía angustia asesino condena daño depresión desamor desesperado desgracia desesperación destruir diablo dolor dolores doler duele enterrar fúnebre gritar grito horror
            infeliz infierno lágrima lágrimas lamento llanto llorar llora llorando lloro lloré maldición maldita maldito martirio matar mata miseria morir muere muerte muerto muero murió odiar odio pesadilla
            sangre suicidio sufrimiento sufrir sufre sufro suplicio terror tragedia triste tristeza tumba veneno venganza violencia
            """),
        "no nunca jamás sin ni nada tampoco ningún ninguna",
        ("s", ""), ("es", ""), ("a", "o"), ("as", "o"), ("os", "o"), ("o", "ar"), ("as", "ar"), ("an", "ar"), ("ando", "ar"), ("ado", "ar"), ("ada", "ar"), ("aba", "ar"), ("é", "ar"), ("ó", "ar"), ("aste", "ar"), ("iendo", "ir"), ("ido", "ir"), ("aré", "ar"), ("arte", "ar"), ("arme", "ar"), ("ito", "o"), ("ita", "o"));
}
