"""The tweet is a message that a person could have written to be read.

Article point P8: person to person. Here it is a floor rather than a goal: a text that is no message meets no
criterion, so that nobody passes by pasting keywords. What fools automatic scorers is off-topic text, gibberish and
paraphrase (Doewes & Pechenizkiy 2021).

Met: any sentence said to somebody, correct or not, dull or not. Spelling, missing accents, slang and the clichés of
press releases do not count against it.

Missed: keyword lists, word salad, the names of the criteria pasted or ticked off ("Humor: jaja. Valor: sí."), one
word over and over.

Cannot see: sense. A grammatical absurdity («el ayuntamiento come nubes») looks like a sentence, and a playful list of
things with a point to it may look like keywords: then the verdict should be unsure. Texts in other languages are read
as if they were Spanish.
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="coherent",
    point="P8",
    supports=(
        "told_verbs",
        "first_person_past",
        "customer_or_neighbour_story",
        "we_here",
        "if_you_situation",
        "when_situation",
        "narrative_turn",
        "first_person_now",
        "talking_to_you",
        "advice_hands",
        "discourse_marker",
    ),
    opposes=(
        "pasted_criteria",
        "word_list",
        "repeated_word",
    ),
    examples=(
        Example(
            "[[Una vecina llamó a]] las nueve y cinco porque solo [[quería]] un limón. Se lo pasé por la ventana.",
            True,
        ),
        Example("[[Si la llave del]] gas huele aunque esté cerrada, abre las ventanas y llama desde la calle.", True),
        Example("toy buscando kien me arregle una makina de coser antigua, x la zona de Maipú", True),
        Example("Nos complace presentar nuestra nueva gama de productos.", True),
        Example("[[zapatos baratos zapatos mujer zapatos oferta zapatos online tienda zapatos Madrid]]", False),
        Example("[[consejo valor gracias jaja]] ¿qué [[opinas? solución problema hoy compartir dato humor]]", False),
        Example("[[Este tuit tiene gancho, valor, conversación]] y voz humana.", False),
        Example(
            "[[Necesidad: sí]]. [[Solución: también]]. [[Humor: jaja. Actualidad: hoy. Gracias]] por compartir.",
            False,
        ),
        Example("[[lluvia tornillo conversación naranja miércoles gratis ventana humor pregunta]]", False),
    ),
)
