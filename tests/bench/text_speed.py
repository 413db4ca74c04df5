"""How fast texts go through what every text goes through: `python -m tests.bench.text_speed`.

Prints, for texts of 4,000 characters in Latin letters with marks, in Cyrillic and with an emoji, the microseconds of
cleaning and of folding one, and the milliseconds of finding out its language once the detector is loaded; then how
many times 4,000 characters are read in a second of processor time, by a process set up as the one that reads for the
board. Dense articles are one labelled article repeated: most are ledes of some hundred characters, in which every
sentence has a speaker or a number. Joined ones are several of them one after another, as a digest has them. Whole ones
are the longest that are labelled, as they are: features, reports and interviews. The first line tells which reader is
measured: `board` is taken from where Python finds it first, so a compiled one is measured from a folder that has
`tests` and board.toml and no `board`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from timeit import repeat
from typing import NamedTuple

from board.reading import is_compiled
from board.reading.read import read_text
from board.text.clean import clean
from board.text.fold import fold
from board.text.language import detected
from board.workshop.limits import look_seldom_for_garbage
from tests.bench.reading_score import shipped_vocabulary

LENGTH, ROUNDS = 4_000, 5
CASES = Path(__file__).parents[1] / "cases"
ARTICLES = ("articles", "articles_held_out", "articles_second")
LONG = 1_500
"""Characters of a whole article at the least."""
LATIN = ("Kryeministri tha se misioni do të qëndrojë, “Italia” dërgon 852 trupa. " * 60)[:LENGTH]
TEXTS = {
    "latin": LATIN,
    "cyrillic": ("Министар је рекао да мисија остаје и да се о њој не разговара. " * 80)[:LENGTH],
    "latin and an emoji": LATIN[:-1] + "😀",
}


class Article(NamedTuple):
    """One text to read."""

    language: str
    title: str
    text: str


def microseconds(work: Callable[[], object], times: int = 200) -> float:
    """Of the best of five rounds."""
    return min(repeat(work, number=times, repeat=ROUNDS)) / times * 1_000_000


def labelled(folders: Sequence[str] = ARTICLES) -> Iterator[Article]:
    """Each labelled article as it is."""
    for folder in folders:
        for file in sorted((CASES / folder).glob("*.txt")):
            language = json.loads(file.with_suffix(".json").read_text("utf-8"))["lang"]
            title, _, text = file.read_text("utf-8").partition("\n")
            yield Article(language, title.strip(), text.strip() + "\n")


def articles() -> Iterator[Article]:
    """Each labelled article, repeated until it is long enough."""
    for article in labelled():
        yield article._replace(text=(article.text * (LENGTH // len(article.text) + 1))[:LENGTH])


def joined() -> Iterator[Article]:
    """The labelled articles of each language one after another, cut into pieces that are long enough."""
    texts: dict[str, list[Article]] = {}
    for article in labelled():
        texts.setdefault(article.language, []).append(article)
    for language, some in texts.items():
        text = "".join(article.text for article in some)
        for start in range(0, len(text) - LENGTH, LENGTH):
            yield Article(language, some[0].title, text[start : start + LENGTH])


def whole() -> Iterator[Article]:
    """The long ones of all that are labelled."""
    folders = sorted(folder.name for folder in CASES.glob("articles*"))
    return (article for article in labelled(folders) if len(article.text) >= LONG)


def articles_a_second(texts: Sequence[Article], *, told: bool = True) -> float:
    """In 4,000 characters, with each text's best time of all rounds; where the language is not `told` it is found."""
    vocabulary = shipped_vocabulary()
    best = [float("inf")] * len(texts)
    for _ in range(ROUNDS):
        for place, (language, title, text) in enumerate(texts):
            began = process_time()
            read_text(title, text, vocabulary=vocabulary, language=language if told else None)
            best[place] = min(best[place], process_time() - began)
    return sum(len(article.text) for article in texts) / LENGTH / sum(best)


def main() -> None:
    """Measure and print."""
    print(f"the reader is {'compiled' if is_compiled() else 'Python'}")
    for name, text in TEXTS.items():
        cleaned = microseconds(lambda text=text: clean(text, LENGTH, lines=True))  # type: ignore[misc]
        folded = microseconds(lambda text=text: fold(text))  # type: ignore[misc]
        found = microseconds(lambda text=text: detected(text), 20) / 1000  # type: ignore[misc]
        print(f"{name:20} clean {cleaned:6.0f} µs, fold {folded:6.0f} µs, language {found:5.1f} ms")
    look_seldom_for_garbage()
    dense = list(articles())
    print(f"dense articles read: {articles_a_second(dense):.0f} a second")
    print(f"dense articles read, their language found out: {articles_a_second(dense, told=False):.0f} a second")
    print(f"joined articles read: {articles_a_second(list(joined())):.0f} a second")
    print(f"whole articles read, in 4,000 characters: {articles_a_second(list(whole())):.0f} a second")


if __name__ == "__main__":
    main()
