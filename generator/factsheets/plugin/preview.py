"""The served site while people edit: renewed at once or not at all, with problems on the page."""

from __future__ import annotations

import html
import mimetypes
import os
import re
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click import ClickException
from mkdocs.exceptions import Abort

from factsheets.plugin.on_request import OnRequest
from factsheets.storage.faults import EnvironmentFault, is_of_the_machine
from factsheets.storage.locking import keep_trace
from factsheets.storage.publish import beside, renewed
from factsheets.storage.snapshot import Stamps, stamps
from factsheets.storage.templates import template_fault

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from mkdocs.livereload import LiveReloadServer

_BODY = re.compile(rb"<body\b[^>]*>")
_NOTICE = (
    '<div role="alert" style="position:relative;z-index:99;padding:.8em 1.2em;background:#fff;'
    'color:#111;border-bottom:3px solid #b00020;font:14px/1.5 system-ui,sans-serif">'
    "<strong>This page is not up to date: the last change could not be published.</strong>"
    '<pre style="margin:.5em 0 0;white-space:pre-wrap;font:13px/1.45 ui-monospace,monospace">'
    "{text}</pre></div>"
)


def cause(root: Path, error: Exception) -> str:
    """Why a build failed, in words; the trace of a fault of ours is kept."""
    if isinstance(error, ClickException):
        return error.format_message()
    if isinstance(error, EnvironmentFault):
        return str(error)
    if isinstance(error, OSError) and is_of_the_machine(error):
        return f"The site could not be written: {os.strerror(error.errno or 0)}."
    return template_fault(root, error) or keep_trace(root, error)


def refuse_taken_port(server: LiveReloadServer) -> None:
    """Says in one line that another program has the address; MkDocs would show a trace."""
    try:
        with socket.socket(server.address_family) as door:
            if server.allow_reuse_address:
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(server.server_address)
    except OSError as error:
        raise Abort(
            f"{server.url} cannot be used: {error.strerror or error}. End the other program, or "
            "name another port: mkdocs serve --dev-addr 127.0.0.1:8001"
        ) from None


class Preview:
    """Stands between the server and its builds.

    MkDocs's server lets every request hang after a failed build. So here a build never fails: it
    goes into a folder beside the served one, which takes its place only when complete; else
    `said` holds the reason, the old pages stay, and each bears it at its top. `renew_pages` can
    spare the build; `on_request` answers for the files of open data and search.
    """

    def __init__(
        self, root: Path, site: Path, build: Callable[[], None], tell: Callable[[str], None]
    ) -> None:
        self.said = ""
        self.next = beside(site)
        self.site = site
        self.renew_pages: Callable[[], bool] = lambda: False
        self.on_request: OnRequest | None = None
        self._built: Stamps | None = None
        self._root = root
        self._build = build
        self._tell = tell
        self._pages: WSGIApplication | None = None
        self._server: LiveReloadServer | None = None

    def attach(self, server: LiveReloadServer) -> None:
        """Puts this object in the place of the server's builder and before its pages."""
        self._server = server
        self._pages = server.get_app()
        server.builder = self.build  # The server reads it anew at every build.
        server.set_app(self.respond)

    def build(self) -> None:
        """One build, unless nothing has changed since the last; returns whatever happens."""
        try:
            if self._has_changed():
                with self._answering():
                    self._renew()
                self.said = ""
        except Exception as error:  # noqa: BLE001 - the server must go on
            self.said = cause(self._root, error)
            self._tell(self.said)

    def _has_changed(self) -> bool:
        """Whether any watched file is another than before the last build."""
        server = self._server
        if server is None:
            return True
        before = self._built
        now = self._built = stamps(map(Path, [*server._watched_paths]))  # noqa: SLF001 - as below
        if before is None:
            return True
        if before == now:
            # Heard twice of the same change: open tabs need not load their page again.
            server._wanted_epoch = server._visible_epoch  # noqa: SLF001 - as below
            return False
        return True

    def _renew(self) -> None:
        if self.renew_pages():
            return
        with renewed(self.site):
            self._build()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Lets requests be answered from the last good site while the next one is being made.

        MkDocs's server lets them wait until the wanted state of the site is the visible one.
        """
        server = self._server
        if server is None:
            yield
            return
        wanted = server._wanted_epoch  # noqa: SLF001 - no public way; MkDocs's 1.6 line is frozen
        with server._epoch_cond:  # noqa: SLF001 - as above
            server._wanted_epoch = server._visible_epoch  # noqa: SLF001 - as above
            server._epoch_cond.notify_all()  # noqa: SLF001 - as above
        try:
            yield
        finally:
            server._wanted_epoch = wanted  # noqa: SLF001 - as above

    def respond(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """The server's answer, with the reason of a failed build on every page."""
        path = environ.get("PATH_INFO", "")
        found = self._from_on_request(path)
        if found is not None:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(found)))])
            return [found]
        if self._pages is None or not self.said:
            return self._pages(environ, start) if self._pages else ()
        heads: list[Any] = []

        def keep(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            heads[:] = [status, headers, *rest]

        body = self._pages(environ, keep)
        status, headers, *rest = heads
        named = {name.lower(): value for name, value in headers}
        if not named.get("content-type", "").startswith("text/html"):
            start(status, headers, *rest)
            return body
        page = _noticed(b"".join(body), self.said)
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start(status, [*kept, ("Content-Length", str(len(page)))], *rest)
        return [page]

    def _from_on_request(self, path: str) -> bytes | None:
        """A file of open data or search, unless the site itself has one at this address."""
        mount = self._server.mount_path if self._server else "/"
        below = path.removeprefix(mount)
        if self.on_request is None or not path.startswith(mount) or (self.site / below).is_file():
            return None
        return self.on_request.file(below)


def _noticed(page: bytes, text: str) -> bytes:
    notice = _NOTICE.replace("{text}", html.escape(text)).encode("utf-8", "replace")
    found = _BODY.search(page)
    at = found.end() if found else 0
    return page[:at] + notice + page[at:]
