"""The tweet pushes for a purchase or a sign-up.

Article point P3: trust is built so that promotion is not felt as such; the usual forms of marketing do not work here.
Price and deal content alone lowers engagement with brand posts, combined with personality it raises it, and deals do
raise click-through (Lee, Hosanagar & Nair, SSRN 2290802): the push has its uses, but not for building relationships.

Met: an order to buy, book, call or sign up; price, discount or gift as bait; haste, scarcity, fear of being left out;
boasting superlatives about one's own; shouting, or hashtags and links stacked to sell.

Missed, though near: one's own product named as a means to solve something, with its reason and without pressure
(«cualquiera de máquina de coser te sirve»); an event announced calmly; a price said because somebody asked.

Cannot see: whether somebody had asked for the price, so a short reply that states it may come out unsure; irony about
other people's adverts; pressure made by repetition from tweet to tweet (the feed criterion `promotion_in_moderation`
counts those).
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="hard_sell",
    point="P3",
    supports=(
        "order_to_buy",
        "order_to_book",
        "order_to_join",
        "order_to_contact",
        "scarcity",
        "urgency",
        "price_as_bait",
        "discount",
        "fear_of_missing",
        "boasting_best",
        "promise_of_results",
        "terms_of_sale",
        "run_up_question",
        "disguised_advert",
        "free_bait",
        "deadline",
        "modest_boast",
        "flattery",
        "guarantee",
        "shouting",
        "stacked_hashtags",
        "price",
        "repeated_signs",
        "advert_imperative",
        "quality_claim",
    ),
    opposes=(
        "no_pressure",
        "not_ours",
        "own_craft",
        "own_event",
        "we_have_it",
        "reply_gets_to_the_point",
        "against_the_grain",
        "frank_admission",
        "if_you_situation",
        "taught_or_told_by",
    ),
    examples=(
        Example("¡[[Últimas plazas]]! [[Reserva ya]] tu curso de inglés y [[llévate un]] 30 % de descuento.", True),
        Example("[[Compra ya]] tu colchón: solo hoy, [[desde 199 €]].", True),
        Example("[[Somos los mejores]] dentistas de Quito. [[Llámanos]] y [[pide tu cita]].", True),
        Example("Quedan 3 vestidos. [[No te quedes sin]] el tuyo y [[escríbenos]] por WhatsApp.", True),
        Example(
            "[[¿Cansada de]] las dietas? [[Inscríbete]] hoy y [[baja 5 kilos]] en un mes, resultados garantizados.",
            True,
        ),
        Example("[[SOLO HOY, TODO A MITAD DE PRECIO]]!!! #oferta #zapatos #rebajas #verano", True),
        Example(
            "[[Si la bici chirría]] en las cuestas, suele ser la cadena seca: una gota de aceite por "
            "eslabón. [[No hace falta el]] que vendo yo, el de máquina de coser te sirve.",
            False,
        ),
        Example(
            "Para los que tenéis una gotera pequeña: la cinta de butilo aguanta el invierno. [[La tengo en "
            "el mostrador]] y también la hay en cualquier ferretería.",
            False,
        ),
        Example(
            "[[@rocio_lp Sí]], aguanta el lavado si va del revés y en frío. Si destiñe, [[tráela]] y la "
            "miramos juntas.",
            False,
        ),
        Example(
            "El domingo hay cuentos en la librería, a las doce. [[Hay que traer]] cojín, que el suelo es de piedra.",
            False,
        ),
        Example("[[Me equivoqué]] con el pedido de lana y ahora el taller parece un rebaño.", False),
    ),
    fault=True,
)
