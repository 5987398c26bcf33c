"""Python-Markdown extension: ``ejercicio``, ``tuit``, ``criterio`` and ``indice`` blocks in lessons become finished HTML.

An exercise by its id::

    ```ejercicio
    01-relaciones/difusion
    ```

A sample tweet, with the verdicts of the criteria after ``mira`` (none: the plain tweet)::

    ```tuit
    autor: Panadería de barrio
    mira: conversation, hard_sell
    ---
    El texto del tuit
    ```

What a criterion asks, why, with examples, by its id::

    ```criterio
    conversation
    ```

All exercises of some pages, in their order, where the browser shows how far the learner has come::

    ```indice
    lecciones/01-relaciones.md
    ```

Verdicts are computed while the site is built. The blocks are fenced so that a lesson reads well in any editor; the
extension needs no MkDocs. Options: ``exercises`` (folder of the exercises), ``docs`` (folder of the pages), ``page`` and
``first_line`` (for error messages).
"""

import html
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from publish.html import to_html

_FENCE = re.compile(r"^```(?P<kind>ejercicio|tuit|criterio|indice)\s*$")
_BEFORE_FENCED_CODE = 26


class BlockError(Exception):
    """A block that cannot be published: says the page, the line, what is wrong and the mend."""


class CourseExtension(Extension):
    """The extension; ``page`` and ``first_line`` say where the Markdown came from, for error messages."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "exercises": ["exercises", "Folder of the exercises"],
            "docs": ["docs", "Folder of the pages"],
            "page": ["(page)", "File that the Markdown comes from"],
            "first_line": [1, "Line of the file at which the Markdown begins"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor, before fenced code is recognised, and the course's elements, which no paragraph
        wraps."""
        md.block_level_elements += ["course-account", "course-exercise", "course-progress"]
        md.preprocessors.register(_Blocks(md, self), "course_blocks", _BEFORE_FENCED_CODE)


class _Blocks(Preprocessor):
    def __init__(self, md: Markdown, extension: CourseExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        output: list[str] = []
        position = 0
        while position < len(lines):
            match = _FENCE.match(lines[position])
            if not match:
                output.append(lines[position])
                position += 1
                continue
            start = position
            position += 1
            while position < len(lines) and lines[position].rstrip() != "```":
                position += 1
            body = lines[start + 1 : position]
            where = f"{self.extension.getConfig('page')}:{self.extension.getConfig('first_line') + start}"
            if position == len(lines):
                raise BlockError(
                    f"{where}: the block '{match['kind']}' does not end; close it with a line of three backticks"
                )
            position += 1
            render = {
                "ejercicio": self._exercise,
                "tuit": self._tweet,
                "criterio": self._criterion,
                "indice": self._index,
            }
            markup = render[match["kind"]](body, where)
            output += ["", self.md.htmlStash.store(markup), ""]
        return output

    def _exercise(self, body: list[str], where: str) -> str:
        return self._exercise_markup(self._load("\n".join(body).strip(), where))

    def _load(self, name: str, where: str) -> dict[str, Any]:
        # Imported when used, so that a changed checker shows in the next build of `make serve`.
        from checker.authoring import ExerciseError, load_exercise

        folder = Path(self.extension.getConfig("exercises"))
        path = folder / f"{name}.yml"
        if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", name) or not path.is_file():
            known = sorted(f"{file.parent.name}/{file.stem}" for file in folder.glob("*/*.yml"))
            raise BlockError(f"{where}: there is no exercise '{name}'; there are: {', '.join(known) or 'none'}")
        try:
            return load_exercise(path)
        except ExerciseError as error:
            raise BlockError(f"{where}: the exercise '{name}' cannot be used: {error}") from None

    def _index(self, body: list[str], where: str) -> str:
        from checker.messages import message

        root = Path(self.extension.getConfig("docs"))
        here = PurePosixPath(self.extension.getConfig("page")).relative_to("docs").with_suffix("")
        parts = ['<course-progress class="progress">']
        for page in filter(None, map(str.strip, body)):
            if not (root / page).is_file():
                raise BlockError(f"{where}: there is no page '{page}' in {root}")
            source = (root / page).read_text(encoding="utf-8")
            title = re.search(r"^title: *(.+)$", source, re.MULTILINE)
            if not title:
                raise BlockError(f"{where}: the page '{page}' needs a line 'title: …' at its top")
            address = "../" * len(here.parts) + str(PurePosixPath(page).with_suffix("")) + "/"
            items = []
            for name in re.findall(r"^```ejercicio\s*\n(.+)\n```", source, re.MULTILINE):
                exercise = self._load(name.strip(), where)
                items.append(
                    f'<li data-exercise-id="{exercise["id"]}"><a href="{address}#{anchor(exercise)}">'
                    f'{html.escape(exercise["title"])}</a> <span class="progress__kind">'
                    f"{message('view.kinds.' + exercise['kind'])}</span> </li>"
                )
            parts.append(f'<h2><a href="{address}">{html.escape(title[1])}</a></h2>')
            parts.append(f'<ol class="progress__list">{"".join(items)}</ol>')
        return "\n".join([*parts, "</course-progress>"])

    def _tweet(self, body: list[str], where: str) -> str:
        from checker.view import tweet_card

        if "---" not in body:
            raise BlockError(f"{where}: a 'tuit' block needs a line '---' between its settings and its text")
        cut = body.index("---")
        settings: dict[str, str] = {}
        for line in filter(str.strip, body[:cut]):
            key, colon, value = line.partition(":")
            if not colon or key.strip() not in ("autor", "mira"):
                raise BlockError(f"{where}: '{line}' is not a setting of 'tuit'; write 'autor: …' or 'mira: …'")
            settings[key.strip()] = value.strip()
        if "autor" not in settings:
            raise BlockError(f"{where}: a 'tuit' block needs 'autor: …'")
        criteria = [name.strip() for name in settings.get("mira", "").split(",") if name.strip()]
        try:
            return to_html(tweet_card(settings["autor"], "\n".join(body[cut + 1 :]).strip(), criteria))
        except KeyError as error:
            raise BlockError(f"{where}: {error} is not a criterion; see the list of criteria") from None

    def _criterion(self, body: list[str], where: str) -> str:
        from checker.reference import criterion_reference

        name = "\n".join(body).strip()
        try:
            return to_html(criterion_reference(name))
        except KeyError:
            raise BlockError(f"{where}: '{name}' is not a criterion; see checker/criteria and checker/feed") from None

    def _exercise_markup(self, exercise: dict[str, Any]) -> str:
        from checker.kinds import KINDS
        from checker.messages import message

        # In an attribute, since instant navigation would run a data block as a script.
        data = html.escape(json.dumps(exercise, ensure_ascii=False, sort_keys=True))
        parts = [
            f'<course-exercise class="exercise" id="{anchor(exercise)}" data-kind="{exercise["kind"]}" data-exercise="{data}">',
            f'<p class="exercise__kind">{message("view.kinds." + exercise["kind"])}</p>',
            f'<h3 class="exercise__title">{self._inline(exercise["title"])}</h3>',
        ]
        if "context" in exercise:
            parts.append(f'<div class="exercise__context">{self._brief(exercise, "context")}</div>')
        parts.append(f'<div class="exercise__prompt">{self._brief(exercise, "prompt")}</div>')
        parts += map(to_html, KINDS[exercise["kind"]].given(exercise))
        helped = "hints" in exercise
        without = message("view.without_script" if helped else "view.without_script_here")
        parts.append(f'<div class="exercise__work">{to_html(["p", {"class": "exercise__without"}, without])}</div>')
        if helped:
            parts += [self._hints(exercise), self._models(exercise)]
        parts.append("</course-exercise>")
        return "\n".join(parts)

    def _brief(self, exercise: dict[str, Any], part: str) -> str:
        """A part of the brief; what stands for the learner's own account is marked for the browser to replace."""
        from checker.kinds.base import PLACEHOLDER

        defaults = exercise.get("defaults", {})

        def own(match: re.Match[str]) -> str:
            name = match[1]
            return to_html(["span", {"data-account": name}, defaults[name]]) if name in defaults else match[0]

        # A placeholder inside a tag, as in an address, stays as it is.
        return re.sub(f"<[^>]*>|{PLACEHOLDER.pattern}", own, self._block(exercise[part]))

    def _hints(self, exercise: dict[str, Any]) -> str:
        from checker.messages import message

        hints = [["li", {}, hint] for hint in exercise["hints"]]
        return to_html(
            ["details", {"class": "exercise__hints"}, ["summary", {}, message("view.hints")], ["ol", {}, *hints]]
        )

    def _models(self, exercise: dict[str, Any]) -> str:
        from checker.kinds import KINDS
        from checker.messages import message

        parts = [f'<details class="exercise__models"><summary>{message("view.models")}</summary>']
        for shown in KINDS[exercise["kind"]].answers(exercise):
            parts.append(to_html(shown.answer))
            if shown.why:
                parts.append(f'<p class="exercise__why">{self._inline(shown.why)}</p>')
        parts.append(f'<div class="exercise__explanation">{self._block(exercise["explanation"])}</div></details>')
        return "".join(parts)

    def _block(self, source: str) -> str:
        return Markdown(output_format="html").convert(source)

    def _inline(self, source: str) -> str:
        return self._block(source).removeprefix("<p>").removesuffix("</p>")


def anchor(exercise: dict[str, Any]) -> str:
    """The id of an exercise's element in its page."""
    return "ejercicio-" + str(exercise["id"]).replace("/", "-")


def makeExtension(**options: Any) -> CourseExtension:
    """Entry point of Python-Markdown."""
    return CourseExtension(**options)
