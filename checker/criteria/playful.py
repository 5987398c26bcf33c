"""The tweet plays: humour, irony, word play, riddle, game, challenge, absurd comparison, a wink.

Article point P7: combine business, communication and a sense of play. Using humour is an item of the scale of
conversational human voice (Kelleher & Miller 2006); 72 % want brands online to be funny, fewer than want them honest
(86 %) or helpful (78 %), and only 33 % want them snarky (Sprout Social Index 2017). Humour is hard to judge, readers'
agreement being alpha .57: nobody should fail on humour alone.

Met: solemn words for a trifle, a thing or an animal with a will of its own, a straight face, a short last sentence that
undoes what was said, the stock characters of everyday comedy, laughing at oneself, a poll with a nonsense option, a
riddle, a bet, a text dressed up as another.

Missed, though near: decorative emoji, exclamation marks and "jaja" stuck on a flat message, jolly words ("¡qué
emoción!"), cheerful slogans, a warm or tender story that does not play.

Cannot see: irony without a mark, allusions that it does not know, whether the joke is good or hurts somebody.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="playful",
    point="P7",
    supports=(
        "mock_solemn",
        "comic_order",
        "thing_with_a_will",
        "pomp",
        "deadpan",
        "anticlimax",
        "only_one_who",
        "funny_naming",
        "popular_culture",
        "animal_character",
        "mock_form",
        "riddle",
        "invites_to_play_or_vote",
        "game_invitation",
        "poll",
        "self_mockery",
        "absurd_comparison",
        "comic_character",
        "bet_or_dare",
        "wild_visitor",
        "teasing",
        "odd_ingredient",
        "exaggeration",
        "aside_in_brackets",
        "word_play",
    ),
    opposes=(
        "laughter_at_the_end",
        "laughter",
        "emoji_run",
        "festive_filler",
        "did_you_know",
        "week_wish",
        "corporate_values",
        "press_announcement",
        "help_desk",
        "slogan",
        "motivational",
        "repeated_signs",
        "official_style",
        "worn_announcement",
    ),
    examples=(
        Example(
            "[[La impresora ha votado]] en contra del informe. [[Se reciben apuestas]] sobre el segundo intento.",
            True,
        ),
        Example("Hoy me cortó el flequillo mi hermana. [[Duelo nacional]].", True),
        Example("Hemos [[hablado con el gallo]] de la granja sobre los horarios. [[Se mantiene en su postura]].", True),
        Example(
            "Mi [[suegra]] dice que mi paella [[parece un]] accidente con arroz. [[Técnicamente es]] su receta.",
            True,
        ),
        Example(
            "[[Se busca]] tapa de táper. Mide dos palmos, responde al nombre de «la que encaja». [[Recompensa]].",
            True,
        ),
        Example(
            "Llevo media hora negociando con la fotocopiadora. Ella tiene el papel, yo tengo la prisa. [[Va "
            "ganando]] ella.",
            True,
        ),
        Example("[[Mi gato tiene más reseñas que]] mi taller. Ninguna es buena.", True),
        Example("¡¡[[Feliz viernes]]!! Qué emoción [[🎉🎉🎉]]", False),
        Example("[[Ven]] a probar nuestras pizzas [[jajaja]]", False),
        Example("¿[[Sabías que]] el café tiene antioxidantes? [[😍😍]]", False),
        Example("[[Nos complace anunciar]] la firma del convenio con la Universidad de Cuenca.", False),
        Example("[[Reafirmamos nuestro compromiso con]] la calidad [[💚🌿]]", False),
        Example("Buenos días. Recuerden que mañana cerramos por inventario. [[Disculpen las molestias]].", False),
    ),
)
