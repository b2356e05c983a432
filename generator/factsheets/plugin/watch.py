"""Which folders `mkdocs serve` watches, also where one goes away and comes back."""

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

# Not what is told of files that were only read.
_CHANGES = frozenset(["created", "modified", "deleted", "moved", "closed"])


class Watch(FileSystemEventHandler):
    """Keeps the server's watches on these folders of the project.

    A watch of a folder ends for good when the folder is deleted or renamed, and says nothing of
    it. So the folder above is watched too, for those names alone.

    The server looks at all files twice a second, which works on every disk. Where the system
    itself tells of changes, it is told at once as well; `Preview` skips what it hears twice.
    """

    def __init__(self, server: LiveReloadServer, root: Path, names: tuple[str, ...]) -> None:
        self._server = server
        self._root = root
        self._folders = {str(root / name) for name in names}
        self._watched: set[str] = set()
        self._system = _System(self.wish)
        self._turn = threading.Lock()  # Both ways of hearing of a folder may come at once.

    def begin(self) -> None:
        """Watches what there is, and the folder above.

        The system's word is needed there, too: a folder that is away and back between two looks
        at the files was never missing, but its watch has ended.
        """
        self._system.begin()
        self._system.watch_above(str(self._root), self)
        self._renew(self._folders)
        self._server.observer.schedule(self, str(self._root), recursive=False)

    def end(self) -> None:
        """The server ends."""
        self._system.end()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something stands in the project's folder that did not, or no longer."""
        touched = {str(event.src_path), str(event.dest_path)} & self._folders
        if touched and event.event_type in {"created", "deleted", "moved"}:
            with self._turn:
                self._renew(touched)
            self.wish()

    def wish(self) -> None:
        """Asks the server for a build, as it does it when a file has changed."""
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
    """What the operating system tells of changes; nothing, where it cannot or will not."""

    def __init__(self, wish: Callable[[], None]) -> None:
        self._wish = wish
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

    def watch_above(self, folder: str, heard: FileSystemEventHandler) -> None:
        """Tells what happens in a folder itself, but not below."""
        if self._observer:
            with suppress(OSError, RuntimeError):
                self._observer.schedule(heard, folder, recursive=False)

    def watch(self, folder: str) -> None:
        if self._observer:
            with suppress(OSError, RuntimeError):  # So many watches, and no more.
                self._watches[folder] = self._observer.schedule(self, folder, recursive=True)

    def unwatch(self, folder: str) -> None:
        found = self._watches.pop(folder, None)
        if self._observer and found:
            with suppress(OSError, KeyError, RuntimeError):
                self._observer.unschedule(found)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self._wish()
