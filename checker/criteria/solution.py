"""The tweet says what to do or use about a difficulty, and why or how it helps.

Article point P4: suggest solutions to people's problems. An airline's answer to a tweet raised what customers were
willing to pay (a study of the network's own, marketing.twitter.com); practically useful articles are shared more
(Berger & Milkman 2012, Journal of Marketing Research).

Met: a step that a reader can take today (what, how much, for how long, with what) and its reason or effect; a product
too, the author's own included, when the help is explained; a warning with what to do instead.

Missed, though near: a promise without content ("tenemos la solución perfecta", "nosotros nos encargamos"), a promise
of wonders, the label without the thing ("5 consejos, en el blog"), "escríbenos y te ayudamos", and advice with no need
in sight ("lee más"), which may be `value` but solves nothing.

Cannot see: whether the remedy works or is safe; what is behind a link; whether the advice belongs to the difficulty
named beside it.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="solution",
    point="P4",
    supports=(
        "advice_hands",
        "mechanism_and_purpose",
        "advice_instead",
        "advice_check",
        "advice_papers",
        "effect_it_goes",
        "household_means",
        "saves_or_lasts",
        "it_worked",
        "steps_in_order",
        "cause",
        "advice_after_comma",
        "warning",
        "advice_impersonal",
        "advice_passive",
        "measure",
        "timing",
        "temperature_and_heat",
        "no_pressure",
        "rights_and_rules",
        "offers_tip",
    ),
    opposes=(
        "empty_solution",
        "empty_promise",
        "promise_of_results",
        "clickbait",
        "announced_content",
        "well_tell_you",
        "stock_reply",
        "run_up_question",
        "vague_need",
        "order_to_contact",
        "order_to_book",
        "quality_claim",
        "motivational",
        "importance_claim",
        "tip_label",
    ),
    examples=(
        Example(
            "Si el sofá huele a perro, [[échale bicarbonato]] por la noche y pasa la aspiradora por la mañana: "
            "el olor [[se va con]] el polvo.",
            True,
        ),
        Example(
            "¿Te sudan las manos al tocar? [[Talco no]]: [[frótalas]] con alcohol diez minutos antes, [[así no]] "
            "resbalan las cuerdas.",
            True,
        ),
        Example(
            "Mancha de vino en el mantel: [[échale sal en]] el momento, [[porque]] absorbe, y lava en frío. Con "
            "agua caliente se fija.",
            True,
        ),
        Example(
            "Si te cobran el equipaje de mano en la puerta, [[pide la]] hoja de reclamaciones y guarda el "
            "recibo: [[con eso te]] lo devuelven.",
            True,
        ),
        Example(
            "@mario_rdz no cambies el teclado todavía: [[dale]] la vuelta, golpéalo suave y pasa un [[cepillo]] "
            "seco. [[Casi siempre es]] una miga.",
            True,
        ),
        Example(
            "Si se te duermen las manos en la bici, [[sube el]] manillar [[dos centímetros]]. [[Así el]] peso no "
            "cae en las muñecas.",
            True,
        ),
        Example("¿Humedades? [[Tenemos la solución perfecta]]. Nosotros nos encargamos de todo.", False),
        Example("[[¿Cansado de]] las dietas? [[Baja 7 kilos]] sin pasar hambre. [[Reserva tu]] cita.", False),
        Example("[[5 consejos para]] elegir colchón. [[Te lo contamos todo]] en el blog.", False),
        Example("Hola, Luis. [[Lamentamos las molestias]]. Hemos trasladado tu consulta al equipo.", False),
        Example("Dormir bien [[es fundamental]]. [[Nunca te rindas]].", False),
        Example("[[Nosotros lo solucionamos]]. [[Escríbenos]] por WhatsApp.", False),
        Example("Se me olvidó el paraguas, llovió, y el paraguas era lo que vendía.", False),
        Example(
            "Una bicicleta tiene más de mil piezas y casi la mitad están en la cadena. Las conté un domingo de lluvia.",
            False,
        ),
    ),
)
