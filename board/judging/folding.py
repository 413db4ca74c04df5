"""The board's rule for statements of one origin, as the store asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from board.model import Statement
from board.snapshot import StatementRecord
from board.spec import Config


def fold_of(config: Config) -> Callable[[Statement, Sequence[StatementRecord]], str | None]:
    """The rule that tells which statement a new one repeats; words the board calls the same count as the same."""
    aliases = (*config.aliases, *((force.name, *force.aliases) for force in config.forces))

    def fold(statement: Statement, known: Sequence[StatementRecord]) -> str | None:
        from board.judging.origins import same_origin

        found = same_origin(statement, [record.statement for record in known], aliases)
        return known[found.of].ref if found else None

    return fold
