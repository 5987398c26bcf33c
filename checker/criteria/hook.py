"""The opening makes one want to read on.

Article point P6: be eclectic, current and captivating. Surprising and interesting articles are shared more (Berger &
Milkman 2012, Journal of Marketing Research), but cryptic tweets are disliked (André, Bernstein & Luther 2012, CSCW):
the opening pricks curiosity and what follows pays for it.

Met: a scene or a story already begun, somebody who says or does something, a mishap, a mistake owned up to, a figure
that startles, a contrast or a reversal, a question that pricks curiosity, a reader caught in the act.

Missed, though near: greetings, announcements ("les informamos", "ya disponible"), "te contamos", "no te lo pierdas",
"¿sabías que…?", run-up questions, shouting, labels ("TIP:"), clickbait with nothing behind it. A useful tweet may well
open flat.

Cannot see: whether the reader knows the story already; tension that lies in the facts and not in their wording. Some
cues are seen anywhere in the tweet; those that open it come first.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="hook",
    point="P6",
    opening=True,
    supports=(
        "past_moment_opens",
        "opens_with_number",
        "customer_or_neighbour_story",
        "somebody_did",
        "mishap",
        "curious_question",
        "said_to_me",
        "owned_mistake",
        "elders_and_family_wisdom",
        "farewell_news",
        "left_a_message",
        "not_this_but_that",
        "startling_share",
        "never_before",
        "years_in_it",
        "opens_in_the_middle",
        "named_character",
        "asked_and_answered",
        "family_member",
        "odd_find",
        "quotation",
        "mock_solemn",
        "popular_culture",
        "against_the_grain",
        "had_thought",
    ),
    opposes=(
        "worn_greeting",
        "did_you_know",
        "worn_question",
        "clickbait",
        "shouting",
        "well_tell_you",
        "worn_announcement",
        "press_announcement",
        "formal_address",
        "repeated_signs",
        "do_not_miss_it",
        "advert_imperative",
        "empty_wish",
        "festive_filler",
        "boasting_best",
    ),
    examples=(
        Example(
            "[[Hace un año un niño me dejó]] un diente en el buzón de la biblioteca. Hoy ha vuelto a por él.",
            True,
        ),
        Example("«Póngame dos kilos de silencio», [[me dijo ayer una clienta]]. Le vendí corcho.", True),
        Example("[[Se me quemó]] la tarta de boda a las seis de la mañana. La boda era a las siete.", True),
        Example(
            "[[Nueve de cada diez]] llaves que copio son para gente que se ha quedado en la calle en pijama.",
            True,
        ),
        Example("[[Catorce años llevo]] afinando pianos y [[nunca había]] encontrado un nido dentro.", True),
        Example("[[Me equivoqué]] de ataúd. Nadie se dio cuenta hasta que sonó el teléfono.", True),
        Example("[[Mi abuela vendía]] sombreros sin tener cabeza para los números. Nadie le debía un peso.", True),
        Example("[[Hola]] a todos, esperamos que estén muy bien. Les informamos que tenemos novedades.", False),
        Example("¿[[Sabías que]] la leche tiene calcio? Descubre nuestra gama de lácteos.", False),
        Example("[[Ya disponible]] el nuevo catálogo de invierno. No te lo pierdas.", False),
        Example("¿[[Buscas]] piso en Getafe? [[Te contamos]] todo [[en nuestra web]].", False),
        Example("[[¡¡¡SÚPER OFERTA EN LLANTAS!!!]] Llámanos.", False),
        Example("[[Somos líderes]] en climatización. [[Descubre nuestros]] equipos.", False),
    ),
)
