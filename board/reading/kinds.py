"""What a number of people counts: those present, a ceiling, a reinforcement, casualties …"""

from __future__ import annotations

from board.model import FigureKind

# Where several kinds are spoken of around one number, the first here is meant.
ORDER = (
    FigureKind.CASUALTIES,
    FigureKind.CEILING,
    FigureKind.EXERCISE,
    FigureKind.ROTATION,
    FigureKind.WITHDRAWAL,
    FigureKind.PLEDGED,
    FigureKind.REINFORCEMENT,
    FigureKind.RESERVE,
    FigureKind.PLANNED,
    FigureKind.HISTORICAL,
    FigureKind.SUB_UNIT,
)


def kind_of(near: set[str], *, elsewhere: bool, past: bool) -> FigureKind:
    """The kind that the words `near` a number tell (values of the `kind` table of a language).

    `elsewhere`: it is said of another land than the one the force serves in. `past`: it is dated long before.
    """
    if FigureKind.CASUALTIES in near:
        return FigureKind.CASUALTIES
    if elsewhere:
        return FigureKind.OTHER_THEATRE
    if past and not near & {FigureKind.REINFORCEMENT, FigureKind.CEILING, FigureKind.PLEDGED}:
        return FigureKind.HISTORICAL
    return next((kind for kind in ORDER if kind in near), FigureKind.PRESENT)
