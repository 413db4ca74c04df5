"""The panel of a ladder."""

from __future__ import annotations

from collections.abc import Sequence

from board.shapes import Ladder, Rung
from board.tui.draw.ladder import draw_ladder
from board.tui.draw.lines import Drawn
from board.tui.widgets.panel import Panel


class LadderPanel(Panel):
    """The tiers of the response model."""

    @property
    def ladder(self) -> Ladder:
        assert self.view is not None
        assert isinstance(self.view.shape, Ladder)
        return self.view.shape

    @property
    def rung(self) -> Rung | None:
        """The rung the cursor is on."""
        rungs = self.ladder.rungs
        return rungs[self.cursor] if self.cursor < len(rungs) else None

    @property
    def value(self) -> str:
        return self.rung.posture if self.rung else ""

    @property
    def line(self) -> str:
        rung = self.rung
        return f"{rung.level} {rung.name}: {rung.posture}; {rung.basis}; {rung.strength}" if rung else ""

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        return list(draw_ladder(self.ladder, width, self.clock.now, self.room)) if self.ladder.rungs else ()

    def refs(self) -> Sequence[str]:
        return [rung.ref for rung in self.ladder.rungs]
