"""The tweet speaks to someone and gives a real reason to answer.

Article point P1: Twitter is built on relationships, and without them no number of messages gets anywhere. Inviting
conversation is an item of the scale of conversational human voice (Kelleher & Miller 2006), which goes together with
trust and commitment (Kelleher 2009, Journal of Communication, doi 10.1111/j.1460-2466.2008.01410.x); followers like
questions (André, Bernstein & Luther 2012, CSCW).

Met: a genuine question to readers, an invitation to tell, show, vote or suggest something, a hand asked for, a reply
that takes up what a person said and moves it on. It need not carry a question mark.

Missed, though near: a question that is only the run-up to an offer ("¿Buscas zapatos?"), one that carries its own
answer ("¿a quién no le gusta…?"), a general "¿qué opinas?" stuck on, bait for likes ("RT si…"), a bare mention, a
stock reply ("gracias por tu mensaje, lo trasladamos").

Cannot see: the message that is being replied to, so it takes the writer's word for it that a reply takes it up;
whether anybody will answer; whether a question without a known turn of phrase is meant. A question told as part of a
story («¿a usted le parece?», me dijo) may pass for one to readers.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="conversation",
    point="P1",
    supports=(
        "asks_this_or_that",
        "asks_ustedes",
        "asks_which",
        "asks_about_their_place",
        "asks_who_else",
        "asks_for_someone_who",
        "asks_experience",
        "asks_directly",
        "poll",
        "invites_to_play_or_vote",
        "invites_to_show",
        "invites_ideas",
        "invites_to_tell",
        "asks_what_you_do",
        "asks_for_a_hand",
        "reply_asks_back",
        "announces_question",
        "reply_gets_to_the_point",
        "reply_takes_up",
        "last_question",
        "curious_question",
        "question",
        "says_it_will_read",
    ),
    opposes=(
        "run_up_question",
        "runup_want",
        "runup_tired",
        "stock_reply",
        "asks_private_data",
        "help_desk",
        "engagement_bait",
        "hollow_invitation",
        "asks_opinion",
        "rhetorical_question",
        "what_are_you_waiting_for",
        "asks_if_known",
        "stock_thanks",
        "empty_wish",
        "press_announcement",
    ),
    examples=(
        Example(
            "Hoy un niño me pidió un libro «sin tristeza por dentro». Le di uno de recetas. [[¿Cuál es el "
            "pedido más bonito que les han hecho en el trabajo?]]",
            True,
        ),
        Example(
            "Llevo diez años atando paquetes y sigo sin saber atarme la bufanda. [[Contadme qué se os]] "
            "resiste a vosotros.",
            True,
        ),
        Example(
            "[[@lucia_ribera No la riegues]] esta semana: si la tierra de abajo sigue húmeda, el problema es"
            " otro. [[¿Cuántas horas de sol le da?]]",
            True,
        ),
        Example(
            "[[Alguien sabe dónde reparan paraguas en Valparaíso?]] Tengo uno heredado y me da pena botarlo.",
            True,
        ),
        Example(
            "Acá en la ferretería le decimos «cosito» a todo lo que no sabemos nombrar. [[¿Cómo le dicen en su casa]]?",
            True,
        ),
        Example(
            "[[¿Buscas]] zapatos cómodos? Entra en nuestra tienda y llévate el segundo par a mitad de precio.",
            False,
        ),
        Example(
            "Hola, Marta. [[Gracias por tu mensaje]]. Lamentamos las molestias y trasladamos tu comentario "
            "al departamento correspondiente.",
            False,
        ),
        Example("[[RT si]] amas el café y [[dale like]] si ya vas por la segunda taza ☕", False),
        Example("Reafirmamos nuestro compromiso con la calidad. ¿[[Qué opinas]]?", False),
        Example("El peral del patio ha dado este año una sola pera. La hemos partido en ocho.", False),
        Example("¿[[A quién no le]] gusta un desayuno frente al mar? Reserva tu habitación.", False),
    ),
)
