"""Watch folders for `mkdocs serve`, including those that are deleted and recreated."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import BaseObserver, ObservedWatch

# Without the events of files that were only read.
_CHANGES = frozenset(["created", "modified", "deleted", "moved", "closed"])


class Watch(FileSystemEventHandler):
    """Keeps the server's watches on some folders of the project.

    A watch ends without notice when its folder is deleted or renamed. So the parent folder is
    watched too, but only for those names.

    The server polls all files twice a second, which works on every file system. If the system
    reports changes, the server learns of them at once; `Preview` skips the second notification.
    """

    def __init__(self, server: LiveReloadServer, root: Path, names: tuple[str, ...]) -> None:
        self._server = server
        self._root = root
        self._folders = {str(root / name) for name in names}
        self._watched: set[str] = set()
        self._system = _System(self.request_build)
        self._lock = threading.Lock()  # Two notifications about a folder may come at once.

    def begin(self) -> None:
        """Watch the existing folders, and their parent folder.

        The system watches there, too: a folder that is deleted and recreated between two polls
        looks unchanged, but its watch has ended.
        """
        self._system.begin()
        self._system.watch_above(str(self._root), self)
        self._renew(self._folders)
        self._server.observer.schedule(self, str(self._root), recursive=False)

    def end(self) -> None:
        """Stop all watches of the system."""
        self._system.end()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Renew the watch of a folder that was created, deleted or renamed."""
        changed = {str(event.src_path), str(event.dest_path)} & self._folders
        if changed and event.event_type in {"created", "deleted", "moved"}:
            with self._lock:
                self._renew(changed)
            self.request_build()

    def request_build(self) -> None:
        """Ask the server for a build, as it does itself when a file has changed."""
        with self._server._rebuild_cond:  # noqa: SLF001 - no public way; MkDocs 1.6 is frozen
            self._server._want_rebuild = True  # noqa: SLF001 - as above
            self._server._rebuild_cond.notify_all()  # noqa: SLF001 - as above

    def _renew(self, folders: set[str]) -> None:
        for folder in sorted(folders):
            if folder in self._watched:
                self._server.unwatch(folder)
                self._system.unwatch(folder)
                self._watched.discard(folder)
            if Path(folder).is_dir():
                self._server.watch(folder)
                self._system.watch(folder)
                self._watched.add(folder)


class _System(FileSystemEventHandler):
    """Changes reported by the operating system, which may be unable to, or refuse."""

    def __init__(self, request_build: Callable[[], None]) -> None:
        self._request_build = request_build
        self._observer: BaseObserver | None = None
        self._watches: dict[str, ObservedWatch] = {}

    def begin(self) -> None:
        observer = Observer()
        if not isinstance(observer, PollingObserver):
            with suppress(OSError, RuntimeError):
                observer.start()
                self._observer = observer

    def end(self) -> None:
        if self._observer:
            self._observer.stop()
            self._observer = None

    def watch_above(self, folder: str, handler: FileSystemEventHandler) -> None:
        """Reports changes in a folder itself, but not below."""
        if self._observer:
            with suppress(OSError, RuntimeError):
                self._observer.schedule(handler, folder, recursive=False)

    def watch(self, folder: str) -> None:
        if self._observer:
            with suppress(OSError, RuntimeError):  # The system limits the number of watches.
                self._watches[folder] = self._observer.schedule(self, folder, recursive=True)

    def unwatch(self, folder: str) -> None:
        found = self._watches.pop(folder, None)
        if self._observer and found:
            with suppress(OSError, KeyError, RuntimeError):
                self._observer.unschedule(found)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self._request_build()
