"""The tweet puts forward a product, service, event, shop or brand of the author's own, softly or loudly.

Article point P2: fostering connections comes before any attempt at marketing, so an early tweet is better without
promotion. A fault where an exercise asks for none, never in itself: the rules of thumb are of measure (Vaynerchuk
2013, at least three posts that give for each one that asks; 80/20). Too many promotions annoy 57.5 % of followers
(Sprout Social survey, via Business2Community).

Met: an offer, a launch, an open enrolment, an invitation to one's own event or shop, praise of one's own wares, and
also the soft mention («las tengo en el mostrador») and one's own blog put forward.

Missed, though near: recommending somebody else's thing without gain («no es nuestro»), talking of one's trade without
putting anything forward, helping somebody who asked.

Cannot see: whose the thing is when the words do not say so; a hidden advert praised as if it were somebody else's;
the account's profile or earlier tweets.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="promotional",
    point="P2",
    supports=(
        "own_wares",
        "launch",
        "we_have_it",
        "own_craft",
        "enrolment_open",
        "services_listed",
        "order_to_buy",
        "order_to_book",
        "order_to_join",
        "order_to_contact",
        "order_to_come",
        "own_event",
        "price_as_bait",
        "scarcity",
        "terms_of_sale",
        "modest_boast",
        "boasting_best",
        "promise_of_results",
        "flattery",
        "quality_claim",
        "advert_imperative",
        "discount",
        "price",
        "own_content",
        "run_up_question",
    ),
    opposes=(
        "not_ours",
        "account_recommended",
        "praise_for_others",
        "taught_or_told_by",
        "read_or_seen",
        "go_and_see_it",
        "credited_mention",
        "work_of_somebody",
        "reply_gets_to_the_point",
        "asked_and_answered",
        "invites_to_tell",
        "asks_which",
        "person_with_name",
    ),
    examples=(
        Example("[[Ya está disponible nuestra nueva colección]] de mochilas de lona, hechas en Oaxaca.", True),
        Example(
            "Este sábado [[inauguramos el taller de]] encuadernación: [[entrada libre]] y café para quien se"
            " quede a recoger.",
            True,
        ),
        Example(
            "Si el frío os ha pillado sin mantas, [[nos han llegado]] las de lana de Grazalema. [[Están "
            "en el mostrador]] de la entrada, pasad a tocarlas [[sin compromiso]].",
            True,
        ),
        Example("[[Pide cita]] para tu revisión dental antes de que acabe el mes.", True),
        Example("[[Somos la mejor]] pizzería de Arequipa y lo sabes.", True),
        Example(
            "El mapa de fuentes de Granada [[no es nuestro]]: es de una cartera jubilada que lo dibuja a "
            "ratos. Merece un paseo.",
            False,
        ),
        Example(
            "[[Me enseñó]] mi vecina a cortar cebolla sin llorar: diez minutos en la nevera y cuchillo bien afilado.",
            False,
        ),
        Example("¿[[Cuál es]] la palabra que más os cuesta escribir bien? La mía, «exhausto».", False),
        Example(
            "Ayer entró un señor y me preguntó si arreglaba corazones. [[Le dije]] que solo relojes. Se "
            "sentó igual y hablamos una hora.",
            False,
        ),
        Example("Treinta años arreglando zapatos y el lunes salí de casa con uno de cada par.", False),
    ),
    fault=True,
)
