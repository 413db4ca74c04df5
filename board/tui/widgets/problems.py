"""What is wrong with a file a person saved while the board runs: every problem with its place and a suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.reactive import reactive

from board.errors import Problem
from board.tui.draw.edge import Caption, bottom_edge, top_edge
from board.tui.draw.lines import Drawn, Run, Runs, indented
from board.tui.widgets.lines import Lines

_MOST_LINES = 12


class Problems(Lines):
    """Hidden while there are none; never takes the focus."""

    framed: ClassVar[bool] = True
    can_focus = False

    problems: reactive[tuple[Problem, ...]] = reactive((), layout=True)

    def draw_lines(self, width: int) -> Sequence[Drawn]:
        lines: list[Drawn] = []
        for problem in self.problems:
            place = f"{problem.file}:{problem.line}" if problem.line is not None else problem.file
            hint = (Run(f"  → {problem.suggestion}", "ok"),) if problem.suggestion else ()
            runs = (Run(f"{place} ", "strong"), Run(f"{problem.key} ", "key"), Run(problem.message), *hint)
            lines += indented(runs, width, 0, None, 3, hang=4)
        return lines

    def edges(self, width: int) -> tuple[Runs, Runs]:
        count = len(self.problems)
        title = "1 problem" if count == 1 else f"{count} problems"
        below = (Run("the board goes on with what was right before; E edits, Esc hides this", "muted"),)
        caption = Caption(number=0, title=title, below=below)
        return top_edge(caption, width, focused=True), bottom_edge(caption, width, focused=True)

    def watch_problems(self, problems: tuple[Problem, ...]) -> None:
        """As high as it needs to be, and no higher than leaves the board in sight."""
        self.set_class(bool(problems), "-shown")
        self.redraw()
        self.styles.height = min(_MOST_LINES, len(self.draw_lines(max(10, self.app.size.width - 4))) + 2)
        self.refresh()
