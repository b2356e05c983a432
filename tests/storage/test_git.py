"""A base that cannot be read is reported with advice; nothing is compared with an empty base."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from factsheets.storage import revisions

from tests.helpers.projects import FACTS, SEED, change, facts, git, lay_out, write

SILENT = ("The bridge is to open in May", "The bridge is to open in June")


def commit(folder: Path, message: str = "An edit") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "--allow-empty", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, below: str = "") -> Path:
    """A committed project, in a subfolder of its repository if one is named."""
    project = lay_out(folder / below)
    write(project, "mkdocs.yml", "site_name: Made up\nplugins: [factsheets]\n")
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "Base")
    return project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "project")


def refused(root: Path, base: str) -> str:
    """The messages of both commands about a base that they refuse."""
    told = [facts(root, *command, base) for command in (("diff",), ("check", "--against"))]
    for done in told:
        assert done.exit_code == 3, done.output
        assert "No problems" not in done.output
        assert "There is no git history" not in done.output
        assert len(done.stderr.splitlines()) == 1
    assert told[0].stderr == told[1].stderr
    return told[0].stderr


def silent_change_is_found(root: Path, base: str) -> None:
    change(root, FACTS, *SILENT)
    done = facts(root, "check", "--against", base)
    assert "[silent-change]" in done.output, done.output
    assert done.exit_code == 1
    done = facts(root, "diff", base)
    assert done.output.startswith("1 changed statement."), done.output
    assert "Correction required: yes" in done.output


# What is compared


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    silent_change_is_found(repository(tmp_path, "sites/one"), "HEAD")


def test_a_project_that_moved_within_its_repository(tmp_path: Path) -> None:
    old = repository(tmp_path, "old")
    new = tmp_path / "sites" / "new"
    new.parent.mkdir()
    old.rename(new)
    assert facts(new, "check", "--against", "HEAD").exit_code == 0
    commit(tmp_path)
    silent_change_is_found(new, "HEAD^")


def test_a_project_that_moved_from_the_top_into_a_folder(tmp_path: Path) -> None:
    repository(tmp_path)
    new = tmp_path / "site"
    new.mkdir()
    for name in ("content", "seeds", "docs", "mkdocs.yml"):
        (tmp_path / name).rename(new / name)
    silent_change_is_found(new, "HEAD")


def test_a_copy_of_a_project_that_stays_did_not_move(tmp_path: Path) -> None:
    one = repository(tmp_path, "one")
    shutil.copytree(one, tmp_path / "two")
    assert "two/content/ is not in HEAD" in refused(tmp_path / "two", "HEAD")


def test_a_work_tree_and_a_detached_head(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    silent_change_is_found(tmp_path / "tree", "main")


def test_variables_of_a_hook_lead_to_no_other_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other")
    change(other, FACTS, *SILENT)
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    silent_change_is_found(root, "HEAD")


@pytest.mark.parametrize("part", ["content", "seeds", "content/facts"])
def test_a_part_of_the_content_in_a_submodule(root: Path, tmp_path: Path, part: str) -> None:
    apart(root, tmp_path, part)
    base = git(root, "rev-parse", "HEAD")
    change(root, "content/topics/bridge.yaml", "to open.", "to open")
    inside = root / part
    commit(inside)
    commit(root)
    silent_change_is_found(root, base)


def apart(root: Path, tmp_path: Path, part: str) -> Path:
    """Move a part of the project to a repository of its own, and make it a submodule."""
    origin = tmp_path / "apart"
    shutil.move(root / part, origin)
    git(origin, "init", "-q", "-b", "main")
    commit(origin, "The part")
    git(root, "rm", "-rq", "--cached", part)
    git(root, "submodule", "--quiet", "add", str(origin), part)
    commit(root, "A submodule")
    return origin


def broken(root: Path, number: int) -> None:
    """Commits that break a different file from the one that changes without a correction."""
    for each in range(number):
        write(root, "content/topics/bridge.yaml", f"nam: broken {each}\n")
        commit(root)


def test_a_base_that_was_broken_for_long(root: Path) -> None:
    whole = (root / "content/topics/bridge.yaml").read_text()
    broken(root, 25)
    base = git(root, "rev-parse", "HEAD")
    write(root, "content/topics/bridge.yaml", whole)
    change(root, FACTS, *SILENT)
    done = facts(root, "check", "--against", base)
    assert done.exit_code == 1
    assert "[silent-change]" in done.output


def test_a_shallow_clone_that_has_the_base_compares_with_it(root: Path, tmp_path: Path) -> None:
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), "clone")
    silent_change_is_found(tmp_path / "clone", "HEAD^1")


# What is refused, each with a specific message


def test_a_revision_that_a_shallow_clone_lacks(root: Path, tmp_path: Path) -> None:
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "clone")
    said = refused(tmp_path / "clone", "HEAD^1")
    assert 'knows no revision "HEAD^1" here: this clone is shallow' in said
    assert "git fetch --unshallow" in said
    assert "fetch-depth: 0" in said


def test_a_broken_base_at_the_end_of_a_shallow_clone(root: Path, tmp_path: Path) -> None:
    whole = (root / "content/topics/bridge.yaml").read_text()
    broken(root, 1)
    write(root, "content/topics/bridge.yaml", whole)
    change(root, FACTS, *SILENT)
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), "clone")
    done = facts(tmp_path / "clone", "check", "--against", "HEAD^1")
    assert done.exit_code == 3
    assert "not in this shallow clone" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    git(tmp_path / "clone", "fetch", "-q", "--unshallow")
    assert facts(tmp_path / "clone", "check", "--against", "HEAD^1").exit_code == 1


def test_a_history_that_was_never_whole(root: Path) -> None:
    whole = (root / "content/topics/bridge.yaml").read_text()
    shutil.rmtree(root / ".git")
    git(root, "init", "-q")
    broken(root, 2)
    write(root, "content/topics/bridge.yaml", whole)
    done = facts(root, "check", "--against", "HEAD")
    assert done.exit_code == 3
    assert "or of any commit before it" in done.stderr
    assert "content/topics/bridge.yaml:1: " in done.stderr
    done = facts(root, "diff", "HEAD")
    assert "content/topics/bridge.yaml could not be read before" in done.output
    assert "Correction required: none is known, because" in done.output


def test_a_folder_that_cannot_be_read_whole(root: Path, tmp_path: Path) -> None:
    base = lay_out(tmp_path / "base")
    write(base, "content/topics/bridge.yaml", "nam: broken\n")
    done = facts(root, "check", "--against", str(base))
    assert done.exit_code == 3
    assert "content/topics/bridge.yaml:1: " in done.stderr
    assert "commit" not in done.stderr


def test_a_folder_without_content(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty" / "content").mkdir(parents=True)
    assert "contains no content files" in refused(root, str(tmp_path / "empty"))


def test_the_project_itself(root: Path) -> None:
    assert "is the project itself, so there is nothing to compare with" in refused(root, str(root))


def test_a_commit_without_content(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "other")
    git(root, "rm", "-rq", "--cached", ".")
    git(root, "commit", "--allow-empty", "-qm", "Nothing")
    assert "content/ is not in other" in refused(root, "other")


def test_a_submodule_that_is_not_checked_out(root: Path, tmp_path: Path) -> None:
    apart(root, tmp_path, "seeds")
    git(tmp_path, "clone", "-q", str(root), "clone")
    said = refused(tmp_path / "clone", "HEAD")
    assert "seeds/ is a submodule that is not checked out" in said
    assert "git submodule update --init" in said


def test_a_submodule_without_its_commit(root: Path, tmp_path: Path) -> None:
    apart(root, tmp_path, "content")
    base = git(root, "rev-parse", "HEAD")
    shutil.rmtree(root / "content")
    shutil.rmtree(root / ".git" / "modules")
    lay_out(tmp_path / "again")
    shutil.move(tmp_path / "again" / "content", root / "content")
    git(root / "content", "init", "-q")
    commit(root / "content", "Begun anew")
    said = refused(root, base)
    assert "The submodule content/ lacks its commit" in said
    assert "git -C content fetch origin" in said


@pytest.mark.parametrize("filtered", ["blob:none", "tree:0"])
def test_a_partial_clone_without_its_origin(root: Path, tmp_path: Path, filtered: str) -> None:
    git(root, "config", "uploadpack.allowFilter", "true")
    change(root, FACTS, *SILENT)
    commit(root)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", f"--filter={filtered}", root.as_uri(), "clone")
    root.rename(tmp_path / "away")
    said = refused(clone, "HEAD^")
    assert "This clone is partial" in said
    assert "network" in said


def test_objects_that_are_gone(root: Path) -> None:
    blob = git(root, "rev-parse", f"HEAD:{FACTS}")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    said = refused(root, "HEAD")
    assert f"object {blob} is missing" in said
    assert "git fsck" in said


def test_a_commit_that_is_gone(root: Path) -> None:
    known = git(root, "rev-parse", "HEAD")
    commit(root)
    (root / ".git" / "objects" / known[:2] / known[2:]).unlink()
    assert "git fsck" in refused(root, "HEAD^")


def test_a_damaged_repository(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("nothing\n")
    said = refused(root, "main")
    assert "is not a repository that git can read" in said


def test_the_settings_are_damaged(root: Path) -> None:
    (root / ".git" / "config").write_text("[core\n")
    assert "bad config line" in refused(root, "main")


def test_a_repository_of_a_newer_git(root: Path) -> None:
    git(root, "config", "core.repositoryformatversion", "99")
    assert "Update git." in refused(root, "main")


def test_a_work_tree_without_its_repository(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "-q", str(tmp_path / "tree"))
    root.rename(tmp_path / "away")
    assert "refers to a repository that is not there" in refused(tmp_path / "tree", "main")


def test_a_bare_repository(root: Path) -> None:
    git(root, "config", "core.bare", "true")
    assert "bare repository" in refused(root, "main")


def test_a_repository_without_a_commit(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "-q")
    assert "has no commits yet" in refused(root, "HEAD")
    assert revisions.version(root) == revisions.Version()


def test_a_name_that_is_known_of_the_server_alone(root: Path, tmp_path: Path) -> None:
    git(root, "branch", "work")
    git(tmp_path, "clone", "-q", root.as_uri(), "clone")
    assert "Name origin/work" in refused(tmp_path / "clone", "work")


def test_a_name_of_several_commits(root: Path) -> None:
    git(root, "tag", "main")
    commit(root)
    said = refused(root, "main")
    assert "does not name one commit" in said
    assert "refs/heads/" in said
    assert facts(root, "diff", "refs/heads/main").exit_code == 0


def test_a_day_before_the_history_begins(root: Path) -> None:
    assert "This clone does not record" in refused(root, "main@{2001-01-01}")


@pytest.mark.parametrize("name", ["nowhere", "HEAD:content", "^main", "main..main", ""])
def test_a_name_that_git_does_not_know(root: Path, name: str) -> None:
    assert f'git knows no revision "{name}" here' in refused(root, f"{name}")


def test_no_repository_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    root = lay_out(tmp_path / "plain")
    write(root, "mkdocs.yml", "site_name: Made up\n")
    done = facts(root, "check", "--against", "main")
    assert done.exit_code == 3
    assert "There is no git history" in done.stderr
    assert "GIT_DIR is set, but ignored." in done.stderr
    assert revisions.version(root) == revisions.Version()


def test_a_git_that_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git was not found" in refused(root, "main")
    assert "The pages show no version. git was not found" in revisions.version(root).note


def test_a_git_that_does_not_work(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = write(tmp_path, "bin/git", "#!/bin/sh\necho 'xcrun: error: no tools' >&2; exit 1\n")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert "git refuses: xcrun: error: no tools." in refused(root, "main")


def test_messages_of_git_in_another_language(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "clone")
    assert "shallow" in refused(tmp_path / "clone", "HEAD^")


def test_a_checkout_of_another_owner(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = git(root, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = refused(root, "main")
    assert "belongs to another user" in said
    assert f"git config --global --add safe.directory {root}" in said
    assert revisions.version(root) == revisions.Version(known)
    for name, text in (("COUNT", "1"), ("KEY_0", "safe.directory"), ("VALUE_0", str(root))):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", text)
    assert facts(root, "diff", "main").output.startswith("Nothing changed.")


@pytest.mark.parametrize("command", [["check"], ["build"], ["export"], ["stale"], ["addresses"]])
def test_content_without_any_file_is_not_called_clean(root: Path, command: list[str]) -> None:
    shutil.rmtree(root / "content")
    write(root, "content/README.md", "Nothing else.\n")
    done = facts(root, *command)
    assert done.exit_code == 3
    assert "contains no content files, so there is nothing to check" in done.stderr
    assert "git submodule update --init" in done.stderr


@pytest.mark.parametrize("name", ["docs", "content/README.md"])
def test_a_path_without_content_is_not_called_clean(root: Path, name: str) -> None:
    write(root, "content/README.md", "Not read.\n")
    done = facts(root, "check", str(root / name))
    assert done.exit_code == 3
    assert f"{name}: there is no content file, so nothing was checked" in done.stderr
    assert facts(root, "check", str(root / "docs"), str(root / FACTS)).exit_code == 0


@pytest.mark.parametrize("command", [["stale"], ["addresses"]])
def test_content_without_records_gives_a_guard_nothing_to_look_at(
    root: Path, command: list[str]
) -> None:
    for name in ("actors", "topics", "facts"):
        shutil.rmtree(root / "content" / name)
    done = facts(root, *command)
    assert done.exit_code == 3
    assert "content/ has no " in done.stderr


def test_a_list_of_addresses_that_is_missing_watches_none(root: Path) -> None:
    done = facts(root, "addresses")
    assert done.exit_code == 0
    assert "There is no content/addresses.txt yet, so no addresses are tracked." in done.stderr
    assert facts(root, "addresses", "--write").exit_code == 0
    assert "yet" not in facts(root, "addresses").stderr


# Pointers and links instead of files

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"


@pytest.mark.parametrize("name", [FACTS, SEED, "content/pages/index.md"])
def test_a_pointer_of_git_lfs_is_no_file(root: Path, name: str) -> None:
    whole = (root / name).read_text()
    shutil.rmtree(root / ".git")
    git(root, "init", "-q", "-b", "main")
    write(root, name, POINTER)
    commit(root)
    done = facts(root, "check")
    assert done.exit_code == 1
    assert f"{name}:1:1: This is a Git LFS pointer" in done.output
    write(root, name, whole)
    done = facts(root, "check", "--against", "main")
    assert done.exit_code == 3
    assert f"{name}:1: This is a Git LFS pointer" in done.stderr


def test_a_link_in_the_place_of_a_published_file(root: Path) -> None:
    whole = (root / FACTS).read_text()
    shutil.rmtree(root / ".git")
    git(root, "init", "-q", "-b", "main")
    (root / FACTS).unlink()
    (root / FACTS).symlink_to("elsewhere.yaml")
    commit(root)
    (root / FACTS).unlink()
    write(root, FACTS, whole)
    done = facts(root, "check", "--against", "main")
    assert done.exit_code == 3
    assert f"{FACTS}:1: This is a symbolic link" in done.stderr
    assert f"{FACTS} could not be read before" in facts(root, "diff", "main").output


# The version that pages name


def test_a_version_of_a_shallow_clone_may_be_too_new(root: Path, tmp_path: Path) -> None:
    known = git(root, "rev-parse", "HEAD")
    write(root, "README.md", "New.\n")
    commit(root)
    assert revisions.version(root) == revisions.Version(known)
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "clone")
    found = revisions.version(tmp_path / "clone")
    assert found.commit == git(root, "rev-parse", "HEAD")
    assert "fetch-depth: 0" in found.note


def test_the_version_of_a_project_in_a_folder_is_its_own(tmp_path: Path) -> None:
    project = repository(tmp_path, "site")
    known = git(tmp_path, "rev-parse", "HEAD")
    write(tmp_path, "content/other.txt", "Of another project.\n")
    commit(tmp_path)
    assert revisions.version(project) == revisions.Version(known)


def test_a_damaged_repository_gives_no_version(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("nothing\n")
    found = revisions.version(root)
    assert found.commit is None
    assert found.note.startswith("The pages show no version. ")


# Annotations


@pytest.mark.parametrize("below", ["", "sites/one"])
def test_annotations_name_files_from_the_top_of_the_repository(
    tmp_path: Path, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path, below)
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    change(root, FACTS, "paragraph: 2", "paragraph: 9")
    named = f"{below}/{FACTS}" if below else FACTS
    done = facts(root, "check", "--format", "github")
    assert f"::error file={named},line=" in done.output
    assert f"| {named}:" in summary.read_text().replace("\\", "")
