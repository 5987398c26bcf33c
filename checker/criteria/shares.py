"""The tweet passes on something of others and says whose it is or why it is worth it.

Article point P6: always something new to comment and, above all, to share. Practically useful, interesting and
surprising articles are shared more (Berger & Milkman 2012, Journal of Marketing Research): what is passed on should
say what it gives.

Met: a quotation with its speaker, an article, a photograph, a person's work, something learnt from a colleague or an
elder, a customer's or a neighbour's story, another account recommended.

Missed, though near: its own link or its own content ("nuevo artículo en nuestro blog"), a bare link, "RT" of an
offer, a maxim without an author, asking others to share.

Cannot see: what is behind a link; whether a recommendation is paid for; where a customer's story ends and the
teller's own begins (readers themselves disagree: it shares when the other person is its centre).
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="shares",
    point="P6",
    supports=(
        "account_recommended",
        "credited_mention",
        "not_ours",
        "read_or_seen",
        "praise_for_others",
        "taught_or_told_by",
        "work_of_somebody",
        "left_a_message",
        "person_with_name",
        "others_near_by",
        "go_and_see_it",
        "other_resource",
        "recommending",
        "author_of_renown",
        "farewell_news",
        "said_to_me",
        "quotation",
        "quotation_with_speaker",
        "elders_and_family_wisdom",
        "source_named",
        "reported_words",
        "customer_or_neighbour_story",
        "named_character",
        "asked_and_answered",
    ),
    opposes=(
        "retweet_mark",
        "own_content",
        "own_link_call",
        "link_in_bio",
        "engagement_bait",
        "own_wares",
        "launch",
        "services_listed",
        "blog_pointer",
        "aphorism",
        "third_person_house",
    ),
    examples=(
        Example(
            "El [[hilo de @lunes_de_radio]] sobre cómo se graba el mar es lo mejor [[que he leído]] este "
            "mes: explica por qué nunca es el mar.",
            True,
        ),
        Example(
            "A pelar ajos sin mancharme [[me enseñó doña Rosa]], que lleva cuarenta años en el puesto [[de "
            "al lado]]: se aplastan y salen solos.",
            True,
        ),
        Example(
            "[[«El que corre no oye», me dijo]] ayer Matías, guardabosques en Aysén. Llevo todo el día "
            "caminando más despacio.",
            True,
        ),
        Example(
            "[[Recomiendo]], [[sin que nadie me pague]], [[el blog de]] Inés Arce: enseña a leer una factura"
            " de la luz en cinco minutos.",
            True,
        ),
        Example(
            "Nos llegó una [[carta de una lectora de 80 años]]: [[«ya no veo la letra, pero vengo a oler los"
            " libros»]]. La hemos enmarcado.",
            True,
        ),
        Example(
            "[[Nuevo artículo en nuestro blog]]: todo lo que necesitas saber sobre hipotecas. [[Link en la bio]].",
            False,
        ),
        Example("[[RT @zapaterialuna]]: hoy 20 % en botas.", False),
        Example("[[Más información en ejemplo.com/cursos]]", False),
        Example("Riego las orquídeas una vez por semana, sumergiendo la maceta diez minutos. No falla.", False),
        Example("[[Viajar es vivir]].", False),
    ),
)
