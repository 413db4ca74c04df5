"""Textual's driver with an input that nothing a terminal sends can break."""

from __future__ import annotations

import logging
import os
import selectors
import signal
import threading
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable
from types import FrameType

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from board.tui.typed import Pasted, Typed

LARGEST = 2000
"""A terminal wider or higher than this is a mistake."""
TO_DRAW = 1.0
"""Seconds in which a terminal that is given back may take in what is still to be drawn."""
_log = logging.getLogger(__name__)


class BoardDriver(LinuxDriver):
    """Drops what it cannot read, forgets no mode on the way out, and comes back from a stop with a picture.

    Signals to stop and to go on may come at any time and any number of times: twice in a row, to a program that never
    stopped, or while the terminal is just being given back. The event loop does what was asked last: in the handler
    itself the program may be in the midst of anything, and hold any lock.
    """

    _asked: int | None = None

    def _sigtstp_application(self, *_: int | FrameType | None) -> None:
        """Stop; while another program has the terminal, at once, as nothing has to be given back."""
        if self._auto_restart:
            self._ask(signal.SIGTSTP)
        else:
            self._stop()

    def _sigcont_application(self, *_: int | FrameType | None) -> None:
        """Draw all of it anew: whoever stopped it may have written over the screen."""
        if self._auto_restart:
            self._ask(signal.SIGCONT)

    def _ask(self, number: int) -> None:
        self._asked = number
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._do_what_was_asked)

    def _do_what_was_asked(self) -> None:
        """The terminal is taken again right behind the stop: what is drawn with nobody to write it waits for ever."""
        asked, self._asked = self._asked, None
        if asked == signal.SIGTSTP:
            self.suspend_application_mode()
            self._stop()
            self._asked = None
        if asked is not None:
            self.resume_application_mode()

    def _stop(self) -> None:
        """Stand still until told to go on; where no shell could tell it, the system lets it go on at once."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def start_application_mode(self) -> None:
        """Take the terminal; where it was taken already, give it back first and draw all of it anew."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
        self._must_signal_resume = self._key_thread is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives it no type

    def run_input_thread(self) -> None:
        """Read keys until told to end. Bytes that are no text and sequences that are no key are dropped."""
        decoder = getincrementaldecoder("utf-8")("replace")
        parser, typed = XTermParser(self._debug), Typed()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set() and self._key_thread is threading.current_thread():
                data = self._read() if selector.select(0.1) else None
                if data == b"":
                    self._terminal_gone()
                    return
                for piece in (*typed.feed(decoder.decode(data) if data else ""), ""):
                    parser = self._feed(parser, piece)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _terminal_gone(self) -> None:
        """The other end was closed: nobody can press a key any more."""
        os.kill(os.getpid(), signal.SIGHUP)

    def _feed(self, parser: XTermParser, text: str | Pasted) -> XTermParser:
        """Send on what the parser makes of the text; a parser that raises is replaced by a fresh one."""
        if isinstance(text, Pasted):
            self.process_message(events.Paste(text.text))
            return parser
        try:
            self._send(parser.feed(text) if text else ())
            self._send(parser.tick())
        except Exception as error:  # noqa: BLE001 - whatever it stumbles over came from outside: the sequence goes, the board stays
            _log.warning("a sequence from the terminal was dropped: %r", error)
            return XTermParser(self._debug)
        return parser

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Resize) and max(message.size) > LARGEST:
            return
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, LARGEST), min(height, LARGEST)

    def stop_application_mode(self) -> None:
        """Ends pixel mouse mode too, which the parent leaves on; and first lets out what is still to be drawn.

        From here on the terminal echoes keys, and one echoed in the midst of a sequence breaks it.
        """
        self._let_out()
        super().stop_application_mode()
        self.write("\x1b[?1016l")
        self.flush()

    def _let_out(self) -> None:
        """Wait until all is written, but not for a terminal that takes nothing in.

        What is written last has gone out when nothing, written behind it, has been taken up.
        """
        if (writer := self._writer_thread) is None:
            return
        waiting = writer._queue  # noqa: SLF001 - Textual tells in no other way what is still to be written
        end = time.monotonic() + TO_DRAW
        for _ in range(2):
            if not waiting.full():
                writer.write("")
            while waiting.qsize() and time.monotonic() < end:
                time.sleep(0.005)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Never: links are opened by `board.tui.links`, which checks them."""
