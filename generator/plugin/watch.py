"""Which folders `mkdocs serve` watches, also where one goes away and comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Watch(FileSystemEventHandler):
    """Keeps the server's watches on these folders of the project.

    A watch of a folder ends for good when the folder is deleted or renamed, and says nothing of
    it. So the folder above is watched too, for those names alone.
    """

    def __init__(self, server: LiveReloadServer, root: Path, names: tuple[str, ...]) -> None:
        self._server = server
        self._root = root
        self._folders = {str(root / name) for name in names}
        self._watched: set[str] = set()

    def begin(self) -> None:
        """Watches what there is, and the folder above."""
        self._renew(self._folders)
        self._server.observer.schedule(self, str(self._root), recursive=False)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something stands in the project's folder that did not, or no longer."""
        touched = {str(event.src_path), str(event.dest_path)} & self._folders
        if touched and event.event_type in {"created", "deleted", "moved"}:
            self._renew(touched)
            # As the server does it when a file has changed.
            with self._server._rebuild_cond:  # noqa: SLF001 - no public way; MkDocs 1.6 is frozen
                self._server._want_rebuild = True  # noqa: SLF001 - as above
                self._server._rebuild_cond.notify_all()  # noqa: SLF001 - as above

    def _renew(self, folders: set[str]) -> None:
        for folder in sorted(folders):
            if folder in self._watched:
                self._server.unwatch(folder)
                self._watched.discard(folder)
            if Path(folder).is_dir():
                self._server.watch(folder)
                self._watched.add(folder)
