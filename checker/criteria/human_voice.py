"""The tweet sounds like one person talking to others.

Article point P8: not an institutional channel but person to person. A conversational human voice goes together with
trust, satisfaction and commitment (Kelleher 2009, Journal of Communication, doi 10.1111/j.1460-2466.2008.01410.x).
With a nuance: it can lower the intention to buy when much is at stake for the reader, and negative comments cancel
its effect (Barcelos, Dantas & Sénécal 2018, Journal of Interactive Marketing 41).

Met: own experience or opinion, a scene with people in it, direct address in any of its forms (tú, vos, usted,
ustedes, vosotros), everyday words, a mistake owned up to.

Missed, though near: press release ("nos complace anunciar"), customer service ("le informamos"), the company in the
third person, the words of the corporate brochure, slogans, maxims and motivational phrases, advert copy without a
person behind, however many emoji it wears.

Cannot see: whether the person is real or what is told is true; a voice that is dry by nature (a plain notice by a
person may be missed); spelling and dialect, which never count.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="human_voice",
    point="P8",
    supports=(
        "first_person_past",
        "frank_admission",
        "own_opinion",
        "customer_or_neighbour_story",
        "own_people",
        "asked_and_answered",
        "we_here",
        "first_person_now",
        "reply_gets_to_the_point",
        "no_pressure",
        "invites_to_tell",
        "gives_own_answer_first",
        "calls_readers",
        "colloquial_phrase",
        "discourse_marker",
        "talking_to_you",
        "interjection",
        "people_slang",
        "colloquial_word",
        "diminutive",
        "told_verbs",
        "address_ustedes",
        "address_vosotros",
        "address_vos",
    ),
    opposes=(
        "press_announcement",
        "stock_reply",
        "help_desk",
        "formal_address",
        "official_style",
        "third_person_house",
        "corporate_values",
        "asks_private_data",
        "advert_imperative",
        "slogan",
        "quality_claim",
        "price_as_bait",
        "truism",
        "aphorism",
        "motivational",
    ),
    examples=(
        Example(
            "Ayer se [[me cayó]] la tarta de la boda a diez metros del salón. [[La novia se]] rio primero; "
            "yo tardé dos horas.",
            True,
        ),
        Example(
            "[[Confieso que]] sigo mirando la masa por la ventanita del horno como cuando [[tenía]] seis años.",
            True,
        ),
        Example(
            "[[Mi abuela]] regaba con el agua de cocer las papas y [[yo creía]] que era una manía. Le voy a "
            "pedir perdón este domingo.",
            True,
        ),
        Example("[[Oye]], si [[te sale]] amargo no es culpa tuya: baja el fuego y prueba otra vez.", True),
        Example(
            "[[Una clienta me ha traído un]] jersey con treinta años y la misma mancha. Le he dicho que ya "
            "es parte del dibujo.",
            True,
        ),
        Example(
            "[[Che]], ¿a [[ustedes]] también se les traba la persiana con la humedad? Acá abrimos con medio "
            "cuerpo afuera.",
            True,
        ),
        Example("[[Nos complace anunciar]] la apertura de nuestra nueva sede en Monterrey.", False),
        Example(
            "[[Estimados usuarios]]: [[les informamos]] de que el servicio permanecerá cerrado hasta nuevo aviso.",
            False,
        ),
        Example(
            "[[Lamentamos los inconvenientes]]. Hemos trasladado tu consulta al departamento "
            "correspondiente. [[Un saludo]].",
            False,
        ),
        Example("[[Innovación, calidad y compromiso]] al servicio de tu empresa.", False),
        Example("[[Descubre la]] nueva [[experiencia premium]] que transformará tu hogar.", False),
    ),
)
