"""Cues of shape: what is seen in the form of a tweet rather than in its words.

Each function takes a `checker.text.Tweet` and yields ``(start, end)`` code-point offsets; `SHAPES` maps cue names to
them.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from checker.data import load
from checker.text import Sentence, Token, Tweet

_SHOUTED_WORDS = 2
_SHORTEST_SHOUT = 4
_HASHTAGS_TO_STACK = 3
_WORDS_TO_JUDGE = 5
_HOUSE_NAME_WITHIN = 3

Spans = Iterator[tuple[int, int]]


def _span(tokens: tuple[Token, ...] | list[Token]) -> tuple[int, int]:
    return tokens[0].start, tokens[-1].end


def shouting(tweet: Tweet) -> Spans:
    """Two or more words in a row in capitals (acronyms of up to three letters do not count)."""
    run: list[Token] = []
    for token in (*tweet.tokens, None):
        capital = token is not None and token.kind == "word" and token.text.isupper()
        if capital and token is not None:
            run.append(token)
        elif token is None or token.kind in ("word", "line", "number", "url", "mention", "hashtag"):
            if len(run) >= _SHOUTED_WORDS and any(len(word.text) >= _SHORTEST_SHOUT for word in run):
                yield _span(run)
            run = []


def repeated_signs(tweet: Tweet) -> Spans:
    """Two or more exclamation or question marks in a row: ``¡¡¡``, ``!!``, ``???``."""
    run: list[Token] = []
    for token in (*tweet.tokens, None):
        if token is not None and token.kind == "punct" and token.text in "!¡?¿":
            if run and token.start != run[-1].end:
                if len(run) > 1 and len({sign.text for sign in run}) == 1:
                    yield _span(run)
                run = []
            run.append(token)
        elif run:
            if len(run) > 1 and len({sign.text for sign in run}) == 1:
                yield _span(run)
            run = []


def exclamation(tweet: Tweet) -> Spans:
    """Exclamation marks."""
    for token in tweet.tokens:
        if token.text == "!":
            yield token.start, token.end


def stacked_hashtags(tweet: Tweet) -> Spans:
    """Three or more hashtags."""
    tags = [token for token in tweet.tokens if token.kind == "hashtag"]
    if len(tags) >= _HASHTAGS_TO_STACK:
        for tag in tags:
            yield tag.start, tag.end


def link(tweet: Tweet) -> Spans:
    """Links."""
    for token in tweet.tokens:
        if token.kind == "url":
            yield token.start, token.end


def emoji_run(tweet: Tweet) -> Spans:
    """Two or more emoji in a row."""
    run: list[Token] = []
    for token in (*tweet.tokens, None):
        if token is not None and token.kind == "emoji":
            run.append(token)
            continue
        if len(run) > 1:
            yield _span(run)
        run = []


def reply(tweet: Tweet) -> Spans:
    """The mentions that open a reply."""
    if tweet.opening_mentions:
        yield _span(tweet.tokens[: tweet.opening_mentions])


def _sentence_span(tweet: Tweet, sentence: Sentence) -> tuple[int, int]:
    return _span(tweet.tokens[sentence.first : sentence.last])


def question(tweet: Tweet) -> Spans:
    """Sentences that end in a question mark."""
    for sentence in tweet.sentences:
        if sentence.mark == "?":
            last = sentence.last
            first = sentence.first
            for index in range(sentence.first, last):
                if tweet.tokens[index].text == "¿":
                    first = index
            yield _span(tweet.tokens[first:last])


def last_question(tweet: Tweet) -> Spans:
    """A question that ends the tweet (emoji, hashtags and links after it passed over)."""
    for sentence in reversed(tweet.sentences):
        tokens = tweet.tokens[sentence.first : sentence.last]
        if all(token.kind in ("emoji", "hashtag", "url", "line") for token in tokens):
            continue
        if sentence.mark == "?":
            yield _span(tokens)
        return


def quotation(tweet: Tweet) -> Spans:
    """Words between quotation marks."""
    closing = {"«": "»", "“": "”", '"': '"', "‘": "’"}
    position = 0
    while position < len(tweet.tokens):
        token = tweet.tokens[position]
        end = closing.get(token.text) if token.kind == "punct" else None
        if end:
            for other in range(position + 2, min(position + 40, len(tweet.tokens))):
                if tweet.tokens[other].text == end:
                    yield token.start, tweet.tokens[other].end
                    position = other
                    break
        position += 1


def list_of_lines(tweet: Tweet) -> Spans:
    """Three or more lines that begin with a number, a dash, a bullet or an emoji."""
    starts = []
    new_line = True
    for token in tweet.tokens:
        if new_line and (token.kind in ("number", "emoji") or token.text in ("-", "–", "—", "•", "*", "·")):
            starts.append(token)
        new_line = token.kind == "line"
    if len(starts) >= 3:
        for token in starts:
            yield token.start, token.end


def word_list(tweet: Tweet) -> Spans:
    """A run of words with no verb forms, articles or prepositions among them: keywords, not a sentence."""
    glue = _glue_words()
    run: list[Token] = []
    for token in (*tweet.tokens, None):
        if token is not None and token.kind == "word" and token.norm not in glue:
            run.append(token)
        elif token is None or token.kind in ("word", "line", "number"):
            if len(run) >= _WORDS_TO_JUDGE:
                yield _span(run)
            run = []


def repeated_word(tweet: Tweet) -> Spans:
    """A content word said three or more times."""
    glue = _glue_words()
    counts = Counter(token.norm for token in tweet.words if token.norm not in glue)
    for token in tweet.words:
        if counts[token.norm] >= 3:
            yield token.start, token.end


def named_house(tweet: Tweet) -> Spans:
    """A business by its name: a house of trade written with a capital, with another capital soon after it (``Hostal El
    Quiltro``, ``Clínica Veterinaria Los Aromos``)."""
    houses = frozenset(load("lexicon")["houses"].split())
    for index, token in enumerate(tweet.tokens):
        if token.norm in houses and token.text[0].isupper():
            for follower in tweet.tokens[index + 1 : index + 1 + _HOUSE_NAME_WITHIN]:
                if follower.kind != "word":
                    break
                if follower.text[0].isupper():
                    yield token.start, follower.end
                    break


def _glue_words() -> frozenset[str]:
    return frozenset(load("lexicon")["glue"].split())


SHAPES: dict[str, Callable[[Tweet], Spans]] = {
    "shouting": shouting,
    "repeated_signs": repeated_signs,
    "exclamation": exclamation,
    "stacked_hashtags": stacked_hashtags,
    "link": link,
    "emoji_run": emoji_run,
    "reply": reply,
    "question": question,
    "last_question": last_question,
    "quotation": quotation,
    "list_of_lines": list_of_lines,
    "word_list": word_list,
    "repeated_word": repeated_word,
    "named_house": named_house,
}
