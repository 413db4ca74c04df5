"""A screen over the board that closes once, however fast its keys come."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from rich.console import RenderableType
from textual.await_complete import AwaitComplete
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


class Over(ModalScreen[T]):
    """The base of all that opens over the board."""

    key = ""
    """What it shows, in a word: of two with one key only one is open."""
    takes_text: ClassVar[bool] = False
    """Whether it has a field that is typed into from the first."""
    _left = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with a result; what was typed before it was gone closes nothing else.

        While another screen is in front it stays, and can be closed when that one is gone.
        """
        if self._left or not self.is_active:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def render(self) -> RenderableType:
        """Its ground: what lies right beneath it, dimmed.

        Textual would take what those above it have left over of the stack. Of them, one that still knows what it lies
        on takes nothing: the next one would lie on itself, and hide the board, or on the one above it, without end.
        """
        ground, beneath = self.styles.background, self._beneath()
        return super().render() if beneath is None or ground.a == 1 else BackgroundScreen(beneath, ground)

    def _beneath(self) -> Screen[object] | None:
        """The same one as long as it lies there; none where it lies nowhere any more."""
        stack = self.app.screen_stack
        return stack[stack.index(self) - 1] if self in stack[1:] else None
