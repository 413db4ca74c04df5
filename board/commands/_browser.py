"""textual-serve with a lock on the door: nothing is answered, and no board started, without the token."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable

from aiohttp import web
from textual_serve.server import Server

COOKIE = "board_token"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Browser(Server):  # type: ignore[misc]
    """Serves `command` to browsers that come with the token: in the address first, in a cookie from then on."""

    def __init__(self, command: str, host: str, port: int, title: str, token: str) -> None:
        name = socket.gethostname() if host in ("", "0.0.0.0", "::") else host  # noqa: S104 - compared, not listened on
        name = f"[{name}]" if ":" in name else name
        super().__init__(command, host=host, port=port, title=title, public_url=f"http://{name}:{port}")
        self._token = token
        self._ready: Callable[[], None] = lambda: None

    @property
    def address(self) -> str:
        """What to open."""
        return f"{self.public_url}/?token={self._token}"

    def listen(self, ready: Callable[[], None]) -> None:
        """Serve until interrupted; `ready` is called when it listens. Raises: OSError where it cannot."""
        self._ready = ready
        self.serve()

    def initialize_logging(self) -> None:
        """Its log is not wanted on standard output."""

    async def on_startup(self, app: web.Application) -> None:
        """Called before it listens: the port is tried here, because nothing is called after."""
        self._try_port()
        self._ready()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(web.middleware(self._guard))
        return app

    def _try_port(self) -> None:
        """Raises: OSError where it is taken."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((self.host, self.port))

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only whoever has the token. The cookie goes to this site alone, so no other page can open a board."""
        given = request.query.get("token", "")
        if self._is_token(given):
            response = web.HTTPFound("/")
            response.set_cookie(COOKIE, self._token, httponly=True, samesite="Strict")
            response.headers["Referrer-Policy"] = "no-referrer"
            return response
        if not self._is_token(request.cookies.get(COOKIE, "")):
            return web.Response(status=403, text="This board opens with the address that `board serve` printed.\n")
        return await handler(request)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())
