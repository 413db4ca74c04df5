"""How fast texts go through what every text goes through: `python -m tests.bench.text_speed`.

Prints, for texts of 4,000 characters in Latin letters with marks, in Cyrillic and with an emoji, the microseconds of
cleaning and of folding one, and the milliseconds of finding out its language once the detector is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from timeit import repeat

from board.text.clean import clean
from board.text.fold import fold
from board.text.language import detected

LATIN = ("Kryeministri tha se misioni do të qëndrojë, “Italia” dërgon 852 trupa. " * 60)[:4000]
TEXTS = {
    "latin": LATIN,
    "cyrillic": ("Министар је рекао да мисија остаје и да се о њој не разговара. " * 80)[:4000],
    "latin and an emoji": LATIN[:-1] + "😀",
}


def microseconds(work: Callable[[], object], times: int = 200) -> float:
    """Of the best of five rounds."""
    return min(repeat(work, number=times, repeat=5)) / times * 1_000_000


def main() -> None:
    """Measure and print."""
    for name, text in TEXTS.items():
        cleaned = microseconds(lambda text=text: clean(text, 4000, lines=True))  # type: ignore[misc]
        folded = microseconds(lambda text=text: fold(text))  # type: ignore[misc]
        found = microseconds(lambda text=text: detected(text), 20) / 1000  # type: ignore[misc]
        print(f"{name:20} clean {cleaned:6.0f} µs, fold {folded:6.0f} µs, language {found:5.1f} ms")


if __name__ == "__main__":
    main()
