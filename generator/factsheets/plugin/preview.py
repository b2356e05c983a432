"""The served site while people edit: the last good build, with the current problem on each page."""

from __future__ import annotations

import html
import mimetypes
import os
import re
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from click import ClickException
from mkdocs.exceptions import Abort

from factsheets.pipeline.generate import Made
from factsheets.storage import docs_folder, search_index
from factsheets.storage.faults import EnvironmentFault, is_of_the_machine
from factsheets.storage.locking import cache, keep_trace, lock
from factsheets.storage.publish import next_folder, renewed
from factsheets.storage.snapshot import Stamps, stamps
from factsheets.storage.templates import template_fault

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from mkdocs.livereload import LiveReloadServer

SEARCH_AT = "pagefind/"
_SUFFIXES = frozenset([".json", ".csv", ".db", ".bib", ".ris", ".xml", ".txt", ".md", ".bin"])
"""for files that are made on request"""

_BODY = re.compile(rb"<body\b[^>]*>")
_NOTICE = (
    '<div role="alert" style="position:relative;z-index:99;padding:.8em 1.2em;background:#fff;'
    'color:#111;border-bottom:3px solid #b00020;font:14px/1.5 system-ui,sans-serif">'
    "<strong>This page is not up to date: the last change could not be published.</strong>"
    '<pre style="margin:.5em 0 0;white-space:pre-wrap;font:13px/1.45 ui-monospace,monospace">'
    "{text}</pre></div>"
)


def cause(root: Path, error: Exception) -> str:
    """Why a build failed, in words; the traceback of a bug is stored."""
    if isinstance(error, ClickException):
        return error.format_message()
    if isinstance(error, EnvironmentFault):
        return str(error)
    if isinstance(error, OSError) and is_of_the_machine(error):
        return f"The site could not be written: {os.strerror(error.errno or 0)}."
    return template_fault(root, error) or keep_trace(root, error)


def refuse_taken_port(server: LiveReloadServer) -> None:
    """Report in one line that another program has the address; MkDocs would show a traceback."""
    try:
        with socket.socket(server.address_family) as door:
            # On Windows, this option would share the port with the other program.
            if server.allow_reuse_address and os.name != "nt":
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(server.server_address)
    except OSError as error:
        raise Abort(
            f"{server.url} cannot be used: {error.strerror or error}. Stop the other program, or "
            "choose another port: mkdocs serve --dev-addr 127.0.0.1:8001"
        ) from None


class OnRequest:
    """Open data and search of the served pages, made when a file of them is requested.

    Pages are served before these files are made; a request waits until all are ready.
    """

    def __init__(self, root: Path, report: Callable[[str], None]) -> None:
        self._root = root
        self._report = report
        self._lock = threading.Lock()
        self._next: Callable[[], Made] | None = None
        self._search: Path | None = None
        self._reported = False

    def renew(self, made: Callable[[], Made]) -> None:
        """Set a new state of the content; `made` makes its files at the next request."""
        self._next = made

    def file(self, path: str) -> bytes | None:
        """The file at an address below the site's root, None if it is none of these."""
        pure = PurePosixPath(path)
        # A Windows drive would lead out of the folder.
        unsafe = pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path
        in_search = path.startswith(SEARCH_AT)
        if unsafe or not (in_search or pure.suffix in _SUFFIXES):
            return None
        with self._lock:
            self._make()
            if in_search:
                if self._search is None:
                    return None
                place = self._search / path.removeprefix(SEARCH_AT)
            else:
                place = self._data / path
            return place.read_bytes() if place.is_file() else None

    @property
    def _data(self) -> Path:
        return cache(self._root, "served") / "files"

    def _make(self) -> None:
        make, self._next = self._next, None
        if make is None:
            return
        made = make()
        written = ((path, b"".join(pieces)) for path, pieces in made.files)
        with lock(cache(self._root, "served"), "mkdocs serve"):
            docs_folder.write_pages(self._data, chain(written, made.names))
        self._search = search_index.search_index(self._root, made.search)
        if self._search is None and not self._reported:
            self._reported = True
            self._report(search_index.NO_SEARCH)


class Preview:
    """Sits between the server and its builds.

    After a failed build, MkDocs's server lets every request hang. So here a build never fails: it
    is written to a folder next to the served one, which it replaces only when complete. If it
    fails, `message` holds the reason, the old pages stay, and each shows it at the top.
    `renew_pages` can replace the build; `on_request` answers requests for open data and search.
    """

    def __init__(
        self, root: Path, site: Path, build: Callable[[], None], report: Callable[[str], None]
    ) -> None:
        self.message = ""
        self.next = next_folder(site)
        self.site = site
        self.renew_pages: Callable[[], bool] = lambda: False
        self.on_request: OnRequest | None = None
        self._built: Stamps | None = None
        self._root = root
        self._build = build
        self._report = report
        self._pages: WSGIApplication | None = None
        self._server: LiveReloadServer | None = None

    def attach(self, server: LiveReloadServer) -> None:
        """Replace the server's builder, and answer requests before it does."""
        self._server = server
        self._pages = server.get_app()
        server.builder = self.build  # The server reads it anew at every build.
        server.set_app(self.respond)

    def build(self) -> None:
        """Build, unless nothing has changed since the last build; never raises."""
        try:
            if self._has_changed():
                with self._answering():
                    self._renew()
                self.message = ""
        except Exception as error:  # noqa: BLE001 - the server must go on
            self.message = cause(self._root, error)
            self._report(self.message)

    def _has_changed(self) -> bool:
        """Whether any watched file has changed since the last build."""
        server = self._server
        if server is None:
            return True
        before = self._built
        now = self._built = stamps(map(Path, [*server._watched_paths]))  # noqa: SLF001 - as below
        if before is None:
            return True
        if before == now:
            # The second notification of one change: open tabs need not reload.
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
        """Answer requests from the last good site while the next one is being built.

        MkDocs's server would let them wait until the requested state of the site is visible.
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
        if self._pages is None or not self.message:
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
        page = _noticed(b"".join(body), self.message)
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
