"""textual-serve with a lock on the door: nothing is answered, and no board started, without the token."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

COOKIE = "board_token"


class Browser(Server):
    """Serves `command` to browsers that come with the token: in the address first, in a cookie from then on."""

    def __init__(self, command: str, host: str, port: int, title: str, token: str) -> None:
        name = socket.gethostname() if host in ("", "0.0.0.0", "::") else host  # noqa: S104 - compared, not listened on
        name = f"[{name}]" if ":" in name else name
        super().__init__(command, host=host, port=port, title=title, public_url=f"http://{name}:{port}")
        self._token = token

    @property
    def address(self) -> str:
        """What to open."""
        return f"{self.public_url}/?token={self._token}"

    def listen(self, ready: Callable[[], None]) -> None:
        """Serve until interrupted; `ready` is called once it listens. Raises: OSError where it cannot."""
        web.run_app(self._make_app(), host=self.host, port=self.port, print=lambda *_: ready(), access_log=None)

    async def on_startup(self, app: web.Application) -> None:
        """Says nothing: the address is told by whoever called `listen`."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._door())
        return app

    def _door(self) -> Middleware:
        """Every request goes through it."""

        @web.middleware
        async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
            return self._refused(request) or await handler(request)

        return door

    def _refused(self, request: web.Request) -> web.Response | None:
        """What to answer who must not come in yet; `None` for whoever has the token.

        The cookie goes to this site alone, so that no other page can open a board.
        """
        given = request.query.get("token", "")
        if self._is_token(given):
            response = web.Response(status=302, headers={"Location": "/", "Referrer-Policy": "no-referrer"})
            response.set_cookie(COOKIE, self._token, httponly=True, samesite="Strict")
            return response
        if not self._is_token(request.cookies.get(COOKIE, "")):
            return web.Response(status=403, text="This board opens with the address that `board serve` printed.\n")
        return None

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token.encode())
