"""The tweet names a concrete difficulty, wish or situation that its readers have, in their own terms.

Article point P4: suggest solutions to people's problems; recommend a product to meet a need instead of blatantly
selling it. Whoever recognises a trouble of theirs reads on: practically useful articles are shared more (Berger &
Milkman 2012, Journal of Marketing Research), and usefulness begins with the need that is met.

Met: a thing that breaks, leaks, stains or hurts, told as it is seen; what goes wrong in the kitchen, the garden or the
classroom; money and paperwork; a fear or a shame; a wish with its circumstance ("si quieres geranios en mayo"); the
readers picked out by a scene of theirs ("los que cenáis de pie a las once"). A tired run-up question that names a
concrete trouble ("¿cansada de las canas?") meets it too, whatever it sells afterwards.

Missed, though near: a need in the air ("¿problemas?", "para todas tus necesidades"), flattery ("te lo mereces"), a
need of the company ("buscamos programador", "ayúdanos a llegar a mil"), the virtues of a product without anybody who
lacks them, a story that only its teller could have.

Cannot see: whether the readers really have that need; a trouble told without any known word of trouble; where a private
misfortune becomes one that readers share.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="need",
    point="P4",
    supports=(
        "stains_smells_pests",
        "it_turns_out_badly",
        "things_break",
        "body_symptoms",
        "home_and_family_troubles",
        "money_worries",
        "feelings_of_need",
        "emergency_now",
        "asks_how_to_solve",
        "listed_kind_of_reader",
        "named_readers",
        "readers_by_trade_or_role",
        "if_you_situation",
        "when_situation",
        "wish",
        "runup_tired",
        "weather_now",
    ),
    opposes=(
        "vague_need",
        "own_need",
        "empty_solution",
        "flattery",
        "runup_want",
        "boasting_best",
        "empty_promise",
        "corporate_values",
        "quality_claim",
        "slogan",
        "press_announcement",
        "motivational",
        "own_content",
        "launch",
        "empty_wish",
    ),
    examples=(
        Example(
            "[[Si la cremallera de]] la mochila [[se atasca]], no tires: frótala con una vela y vuelve a probar.",
            True,
        ),
        Example(
            "[[Los que coméis]] de táper en la oficina: si la tapa [[huele a]] curry desde marzo, una noche con "
            "bicarbonato y como nueva.",
            True,
        ),
        Example(
            "[[Te llega]] un SMS del banco con un enlace y [[te tiembla]] el dedo. No lo toques: el [[banco no]] "
            "manda enlaces.",
            True,
        ),
        Example(
            "[[Si al bajar escaleras te duelen]] las rodillas, mira la suela del zapato: gastada por dentro, la "
            "pierna se va con ella.",
            True,
        ),
        Example(
            "[[Si el casero no]] te devuelve la fianza, espera un mes y mándale un burofax. Con eso suele bastar.",
            True,
        ),
        Example(
            "[[Si no ves el]] ojo de la aguja, pon detrás un papel blanco. Lo digo por las que cosemos con "
            "lentes y mala luz.",
            True,
        ),
        Example("[[Tenemos la solución]] para [[todas tus necesidades]]. [[Porque te lo mereces]].", False),
        Example("[[Buscamos comercial]] con vehículo propio. [[Enviar CV]] por correo.", False),
        Example(
            "[[Somos líderes en]] el sector de la impresión digital. Calidad premium y los mejores profesionales.",
            False,
        ),
        Example("[[Reafirmamos nuestro compromiso con]] la [[excelencia]] y la innovación.", False),
        Example("Nuestra [[nueva colección ya está disponible en la web]].", False),
        Example("Hoy un turista me pidió un churro sin agujero. Lo pensé un momento y le di una porra.", False),
        Example("[[Ayúdanos a llegar]] a los diez mil seguidores.", False),
    ),
)
