"""The tweet is tied to a moment that a reader can recognise.

Article point P6: be eclectic, current and captivating; always something new to comment. Old news bores followers
(André, Bernstein & Luther 2012, CSCW).

Met: today's news or event, a match, an election, a power cut; a date and what happens on it; the season, the weather of
these days, a feast, the school year, a tax term; something live or only just happened; what everybody is talking about.

Missed, though near: "hoy" as filler in an offer ("solo hoy", "llámanos hoy mismo") or as "nowadays", a stock wish for
the week, timeless advice ("cada vez que…", "nunca…"), what is done every week, opening hours, a private scene that
could be of any day ("ayer una señora nos pidió…").

Cannot see: the date on which it is read, nor whether the news is true; an event named only by its proper name; whether
a scene dated "ayer" was of public moment (readers themselves disagree).
"""

from checker.criteria.base import Criterion, Example

CRITERION = Criterion(
    id="current",
    point="P6",
    supports=(
        "running_trend",
        "elections_and_power",
        "weather_now",
        "emergency_now",
        "match_and_tournament",
        "popular_feasts",
        "school_calendar",
        "world_day",
        "christmas_season",
        "countdown",
        "today_happening",
        "live_moment",
        "long_weekend",
        "awards_and_shows",
        "season_of_year",
        "tax_and_bill_season",
        "sales_season",
        "anniversary",
        "law_and_decision",
        "press_news",
        "change_from_now",
        "just_happened",
        "calendar_date",
        "opening_or_premiere",
        "weekday_event",
    ),
    opposes=(
        "today_filler",
        "always_rule",
        "weekly_habit",
        "week_wish",
        "opening_hours",
        "today_private",
        "passing_anecdote",
        "urgency",
        "aphorism",
        "truism",
        "motivational",
        "slogan",
    ),
    examples=(
        Example(
            "Con esta [[ola de calor]] el pan sube solo: hoy hemos horneado dos horas antes y sin levadura extra.",
            True,
        ),
        Example("[[Tembló]] a las 11:42 y en la óptica no se cayó ni una montura. Respiramos y seguimos.", True),
        Example(
            "[[23 de abril]], [[Día del Libro]]: a quien venga con una rosa le leemos una página en voz alta.",
            True,
        ),
        Example("[[Se acerca el puente de]] mayo y en la ferretería solo preguntan por hamacas.", True),
        Example("[[Cambian la hora este domingo]] y en la relojería tenemos 214 relojes que no se han enterado.", True),
        Example("[[Primera helada]] del año: las macetas, contra la pared, y el gato, dentro del horno apagado.", True),
        Example("[[Llámanos hoy mismo]] y te regalamos el envío.", False),
        Example("[[Cada vez que]] abras el horno, pierdes veinte grados.", False),
        Example("[[Los martes]] hay tertulia en la sala pequeña.", False),
        Example("[[El otro día]] una señora nos pidió un libro azul. No recordaba el título, solo el azul.", False),
        Example("[[Hoy un señor]] me preguntó si vendemos silencio. Le di tapones.", False),
        Example("[[Viajar es vivir]]. Nunca es tarde.", False),
    ),
)
