"""The reader leaves with something: a tip, a fact, an explanation, a resource, a lesson.

Article point P5: relationships are built with interesting tweets of valuable content, and only then does marketing
work. Of 43,738 ratings of tweets by followers, 36 % were worth reading and 25 % were not; information is among what
they liked (André, Bernstein & Luther 2012, CSCW). Content of price and deals alone lowers engagement (Lee, Hosanagar &
Nair, SSRN 2290802).

Met: a usable tip, a specific fact or figure, how or why something works, a belief set right, a right or a deadline
that few know, a resource and what it is good for, a lesson from an experience, somebody's work worth knowing.

Missed, though near: greetings and wishes, motivational phrases, truisms and maxims, adverts whose only content is the
offer, "lee nuestro nuevo post" with no hint of what it gives, a funny scene that leaves nothing to use or know.

Cannot see: whether the fact is true or new to the reader; what is behind a link; a lesson that a story leaves unsaid.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="value",
    point="P5",
    supports=(
        "other_resource",
        "corrects_belief",
        "not_this_but_that",
        "rights_and_rules",
        "lesson_learned",
        "effect_it_goes",
        "advice_instead",
        "advice_hands",
        "advice_check",
        "advice_papers",
        "warning",
        "definition",
        "it_worked",
        "startling_share",
        "mechanism_and_purpose",
        "measure",
        "cause",
        "saves_or_lasts",
        "read_or_seen",
        "account_recommended",
        "resource",
        "practical_notice",
        "fact_and_figure",
        "household_means",
        "offers_tip",
    ),
    opposes=(
        "announced_content",
        "well_tell_you",
        "own_content",
        "blog_pointer",
        "motivational",
        "aphorism",
        "truism",
        "importance_claim",
        "empty_wish",
        "slogan",
        "corporate_values",
        "stock_thanks",
        "boasting_best",
        "engagement_bait",
        "price_as_bait",
    ),
    examples=(
        Example(
            "[[No es la harina, es]] la prisa: si la masa reposa toda la noche en la nevera, la corteza cruje y "
            "[[no hace falta]] mejorante.",
            True,
        ),
        Example(
            "[[Para que el ramo aguante dos]] semanas, corta los tallos en diagonal [[y cambia]] el agua cada "
            "dos días.",
            True,
        ),
        Example(
            "La miel que se pone dura [[no está mala, está]] cristalizada: [[caliéntala]] al baño maría y "
            "[[nunca en]] el microondas.",
            True,
        ),
        Example(
            "@pilar_m [[no es plaga, es]] sed: la hoja se enrolla para perder menos agua. [[Riega]] al atardecer "
            "y mañana la ves abierta.",
            True,
        ),
        Example(
            "Si el sofá huele a perro, [[échale bicarbonato]] por la noche y pasa la aspiradora por la mañana: "
            "el olor [[se va con]] el polvo.",
            True,
        ),
        Example(
            "Antes de comprar un sofá usado, levanta los cojines [[y mira]] el bastidor: si cruje al apoyar la "
            "rodilla, la madera está partida.",
            True,
        ),
        Example("[[Feliz lunes]] a toda la comunidad. [[Que tengan una]] excelente semana.", False),
        Example("[[Nuevo post en el blog]]. Te contamos todo lo que necesitas saber sobre seguros.", False),
        Example("[[Nunca te rindas]]. [[El éxito es]] la suma de pequeños esfuerzos.", False),
        Example("[[Somos los mejores]] instaladores de Quito. Precios [[desde $25]].", False),
        Example("[[RT si]] amas el chocolate. [[Síguenos]] y [[etiqueta a tu amiga]] golosa.", False),
        Example("[[La lectura es la]] base de todo. [[Leer abre puertas]].", False),
        Example("Anoche soñé que la impresora me pedía vacaciones.", False),
    ),
)
