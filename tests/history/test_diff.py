"""What changed between two states of the content, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import Result
from factsheets.history import report
from factsheets.history.change import Change
from factsheets.history.diff import Difference, difference
from factsheets.pipeline.inputs import Inputs

from tests.helpers.builders import ARTICLE, BASE, TODAY, article, fact, files
from tests.helpers.projects import FACTS, change, facts, git, lay_out

A = "content/facts/a.yaml"
B = "content/facts/b.yaml"
ONE = article(fact())


def between(
    old: Mapping[str, str], new: Mapping[str, str], *, text: str | None = None
) -> Difference:
    return difference(Inputs(files(old, text=text)), Inputs(files(new, text=text)), TODAY)


def changes(
    old: Mapping[str, str], new: Mapping[str, str], *, text: str | None = None
) -> tuple[Change, ...]:
    return between(old, new, text=text).comparison.changes


def only(found: tuple[Change, ...]) -> Change:
    assert len(found) == 1, found
    return found[0]


def words(change: Change) -> list[str]:
    return [detail.words for detail in change.details]


def test_the_same_content_has_no_changes() -> None:
    found = between({A: ONE}, {A: ONE.replace("speaker: ada", 'speaker: "ada"')})
    assert found.comparison.changes == ()
    assert found.ready
    assert report.changes_text(found).startswith("Nothing changed.\n")


def test_a_new_statement_is_told_with_its_speaker_first_and_its_evidence() -> None:
    quoted = fact("two", quote='"We have painted every railing twice"', statement="rails are done")
    text = 'She said: "We have painted every railing twice," and left.'
    found = between({A: ONE}, {A: article(fact(), quoted)}, text=text)
    new = only(found.comparison.changes)
    assert (new.what, new.record, new.id) == ("new", "fact", "two")
    assert new.heading == "Example: rails are done"
    assert new.evidence == "Quoted, Gazette ¶1"
    assert new.quotes == ("We have painted every railing twice",)
    assert new.explain("text") == (
        "+ Example: rails are done  [Quoted, Gazette ¶1; “We have painted every railing twice”]"
    )
    assert new.file == A
    assert new.line == ONE.count("\n") + 1


def test_a_statement_without_speaker_begins_with_its_publisher() -> None:
    new = only(changes({A: ONE}, {A: article(fact(), fact("two", speaker=""))}))
    assert new.heading.startswith("Gazette: ")
    assert new.evidence == "Publisher’s words, Gazette ¶1"


@pytest.mark.parametrize(
    ("field", "was", "now", "expected"),
    [
        ("paragraph", "1", "2", "paragraph: 1 → 2"),
        (
            "figure",
            "{value: 26, unit: ports, counts: open}",
            "{value: 33, unit: ports, counts: open}",
            "figure: 26 ports, open → 33 ports, open",
        ),
        (
            "figure",
            "{value: 26, unit: ports, counts: open}",
            "{value: 26, comparator: at-least, unit: ports, counts: open}",
            "figure: 26 ports, open → at least 26 ports, open",
        ),
        (
            "figure",
            "{value: 3.5, unit: tonnes, counts: moved}",
            "{value: 3.50, unit: tonnes, counts: moved}",
            "figure: 3.5 tonnes, moved → 3.50 tonnes, moved",
        ),
        ("figure", "", "{status: not-given, counts: open}", "figure added: not given, open"),
        ("said", "2025-05-02", "before 2025-05", "date said: 2 May 2025 → before May 2025"),
        ("topics", "[bridge]", "[bridge, ferry]", "topic added: The ferry"),
        ("about", "[bob]", "", "actor spoken about taken out: Bob Baker"),
        (
            "about",
            "[bob, ada]",
            "[ada, bob]",
            "order of actor spoken about: Bob Baker; Ada Example → Ada",
        ),
        ("condition", "if dry", "", "condition taken out: “if dry”"),
        ("recalled", "", "true", "recalled as background: no → yes"),
        ("event", "", "council", "event added: Council meeting"),
        ("not_said", '["who pays"]', '["who pays", "when"]', "not said in the source added: when"),
        ("also", "", "[{paragraph: 2}]", "further evidence added: the same article ¶2"),
        (
            "answers",
            "[{question: bridge/open, kind: other, text: in June}]",
            "[{question: bridge/open, kind: other, text: in July}]",
            "answer: on “When will it open?”: “in June” (other) → "
            "on “When will it open?”: “in July” (other)",
        ),
        (
            "answers",
            "[{question: bridge/open, kind: other, text: in June}]",
            "[{question: bridge/open, actor: bob, kind: other, text: in June}]",
            "answer: on “When will it open?”: “in June” (other) → "
            "Baker, on “When will it open?”: “in June” (other)",
        ),
    ],
)
def test_a_changed_field_is_told_as_was_and_now(
    field: str, was: str, now: str, expected: str
) -> None:
    more = {"content/topics/ferry.yaml": "name: The ferry\nsummary: About the ferry.\n"}
    old = {**more, A: article(fact(**{field: was}))}
    new = {**more, A: article(fact(**{field: now}))}
    change = only(changes(old, new))
    assert change.what == "changed"
    assert any(line.startswith(expected) for line in words(change)), words(change)
    assert len(change.details) == 1


def test_another_speaker_is_marked_as_a_change_of_attribution() -> None:
    change = only(changes({A: ONE}, {A: article(fact(speaker="bob"))}))
    assert change.attribution
    assert words(change) == ["attribution changed, speaker: Ada Example → Bob Baker"]
    assert change.notice == "due"


def test_another_publisher_changes_the_attribution_of_every_statement() -> None:
    other = ARTICLE.replace("publisher: gazette", "publisher: wire")
    found = changes({A: ONE}, {A: article(fact(), head=other)})
    assert [each.record for each in found] == ["fact", "source"]
    assert all(each.attribution for each in found)


def test_a_statement_that_moved_to_another_article_is_one_change() -> None:
    other = ARTICLE.replace("publisher: gazette", "publisher: wire")
    head = {A: article(fact("stays"))}
    change = changes(
        {**head, A: article(fact("stays"), fact()), B: other + "facts: []\n"},
        {**head, B: article(fact(), head=other)},
    )
    assert [words(each) for each in change] == [
        ["attribution changed, article: Gazette, 3 May 2025 → Wire, 3 May 2025"]
    ]


def test_a_quotation_that_was_not_checked_before_is_a_change_of_attribution() -> None:
    quoted = {A: article(fact(quote='"We have painted every railing twice"'))}
    text = 'She said: "We have painted every railing twice," and left.'
    old, new = Inputs(files(quoted, text=None)), Inputs(files(quoted, text=text))
    change, captured = difference(old, new, TODAY).comparison.changes
    assert words(change) == [
        "attribution changed, how it is reported: Not checked → Quoted",
    ]
    assert words(captured)[-1] == "one: not-captured, paragraph 1 → found, paragraph 1"


def test_a_date_that_comes_from_the_event_changes_with_it() -> None:
    old = {A: article(fact(said="", event="council"))}
    later = BASE["content/events/council.yaml"].replace("05-02", "05-01")
    found = changes(old, {**old, "content/events/council.yaml": later})
    assert [(each.record, words(each)) for each in found] == [
        ("fact", ["date said: 2 May 2025 → 1 May 2025"]),
        ("event", ["date: 2 May 2025 → 1 May 2025"]),
    ]
    assert found[0].notice == "due"


def test_withdrawing_says_why_and_when_and_needs_no_correction() -> None:
    gone = fact(status="withdrawn", reason="Wrong speaker.", date="2025-05-06")
    change = only(changes({A: ONE}, {A: article(gone)}))
    assert (change.what, change.remark) == ("withdrawn", "6 May 2025: Wrong speaker.")
    assert change.notice == ""


def test_a_fact_that_is_gone_is_removed_and_not_withdrawn() -> None:
    change = only(changes({A: ONE}, {A: ARTICLE}))
    assert (change.what, change.id) == ("removed", "one")


def test_a_renamed_fact_is_neither_new_nor_removed() -> None:
    change = only(changes({A: ONE}, {A: article(fact("other", former_ids="[one]"))}))
    assert (change.what, words(change)) == ("changed", ["id: one → other"])


def test_a_renamed_actor_changes_no_statement() -> None:
    new = {
        A: article(fact(speaker="ada-example")),
        "content/actors/ada-example.yaml": BASE["content/actors/ada.yaml"] + "former_ids: [ada]\n",
    }
    old_files, new_files = files({A: ONE}, text=None), files(new, text=None)
    del new_files["content/actors/ada.yaml"]
    found = difference(Inputs(old_files), Inputs(new_files), TODAY).comparison.changes
    assert [(each.record, words(each)) for each in found] == [("actor", ["id: ada → ada-example"])]


def test_a_renamed_event_changes_no_statement_and_needs_no_correction() -> None:
    event = BASE["content/events/council.yaml"]
    old_files = files({A: article(fact(said="", event="council"))}, text=None)
    new = {
        A: article(fact("other", said="", event="meeting", former_ids="[one]")),
        "content/events/meeting.yaml": event + "former_ids: [council]\n",
    }
    new_files = files(new, text=None)
    del new_files["content/events/council.yaml"]
    found = difference(Inputs(old_files), Inputs(new_files), TODAY).comparison
    assert [(each.record, words(each)) for each in found.changes] == [
        ("fact", ["id: one → other"]),
        ("event", ["id: council → meeting"]),
    ]
    assert found.due == ()


def test_new_records_say_what_they_are() -> None:
    more = {
        "content/actors/moor.yaml": "kind: state\nname: Moorland\n",
        "content/actors/post.yaml": "kind: publisher\nname: Post\nownership: public\n"
        "country: exampleland\noutlet: broadcaster\n",
        "content/topics/ferry.yaml": "name: The ferry\nsummary: About the ferry.\n",
        B: ARTICLE + "facts: []\n",
    }
    found = changes({}, more)
    assert [each.explain("text") for each in found] == [
        "+ Actor: Moorland (state)\n    No statement recorded here.",
        "+ Actor: Post (publisher)\n    Norwegian public broadcaster.",
        "+ Topic: The ferry",
        "+ Source: Gazette, 3 May 2025\n    0 statements. https://gazette.example/1",
    ]


def test_taken_out_records_are_told() -> None:
    topic = {"content/topics/ferry.yaml": "name: The ferry\nsummary: About the ferry.\n"}
    change = only(changes(topic, {}))
    assert change.explain("text") == "- removed: Topic: The ferry"


@pytest.mark.parametrize(
    ("field", "now", "notice"),
    [
        ("statement", "the bridge will not open in June", "due"),
        ("statement", "the bridge  will open in June.", ""),
        ("condition", "if it is dry", "due"),
        ("note", "Two wordings.", ""),
        ("topics", "[bridge, ferry]", ""),
    ],
)
def test_a_correction_is_due_where_the_meaning_changed(field: str, now: str, notice: str) -> None:
    more = {"content/topics/ferry.yaml": "name: The ferry\nsummary: About the ferry.\n"}
    change = only(changes({**more, A: ONE}, {**more, A: article(fact(**{field: now}))}))
    assert change.notice == notice


def test_a_correction_that_is_entered_is_not_due() -> None:
    entry = "[{date: 2025-05-05, field: condition, was: none, now: if dry, reason: Was left out.}]"
    change = only(changes({A: ONE}, {A: article(fact(condition="if dry", corrections=entry))}))
    assert change.notice == "entered"


def test_a_broken_file_makes_nothing_come_or_go() -> None:
    broken = ONE + "  - id: [\n"
    for old, new, side in ((broken, ONE, "before"), (ONE, broken, "now")):
        found = between({A: old}, {A: new})
        assert found.comparison.changes == ()
        assert [(each.file, each.side) for each in found.comparison.unread] == [(A, side)]
        assert found.comparison.unread[0].headings == ("Example: the bridge will open in June",)
        assert f"{A} could not be read" in report.changes_text(found)


def test_one_wrong_fact_hides_no_change_of_the_others() -> None:
    old = article(fact(), fact("two", statement="", paragraph="x"))
    new = article(fact(paragraph="2"), fact("two"), fact("three"))
    found = between({A: old}, {A: new}).comparison
    assert [(each.what, each.id) for each in found.changes] == [
        ("new", "three"),
        ("changed", "one"),
    ]
    assert [(each.file, each.headings) for each in found.unread] == [
        (f"{A} (two)", ("Example: the bridge will open in June",))
    ]


def test_a_wrong_field_of_the_older_content_hides_only_itself() -> None:
    old = article(fact(reviewed="yesterday"), fact("two"))
    found = between({A: old}, {A: article(fact(), fact("two"))})
    assert found.comparison.changes == ()
    assert found.before.summary.errors == 1
    assert "The older content has problems: 1 error." in report.changes_text(found)
    assert found.ready


def test_a_file_that_lacks_what_an_article_needs_is_not_compared() -> None:
    found = between({A: ONE.replace("publisher: gazette\n", "")}, {A: ONE}).comparison
    assert found.changes == ()
    assert [each.file for each in found.unread] == [A]


def test_the_pages_of_both_states_are_named() -> None:
    more = {"content/topics/ferry.yaml": "name: The ferry\nsummary: About the ferry.\n"}
    new = {**more, A: article(fact(topics="[ferry]"))}
    found = between({**more, A: ONE}, new).comparison
    assert found.pages == {
        "facts": ("one",),
        "topics": ("bridge", "ferry"),
        "actors": ("ada", "gazette"),
        "sources": ("a",),
    }


def test_a_new_name_changes_the_pages_that_show_it() -> None:
    other = BASE["content/actors/ada.yaml"].replace("Ada Example", "Ada Baker")
    found = between({A: ONE}, {A: ONE, "content/actors/ada.yaml": other}).comparison
    assert found.pages["facts"] == ("one",)
    assert found.pages["sources"] == ("a",)


def test_the_markdown_shows_each_new_statement_as_a_card() -> None:
    marked = article(fact(), fact("two", statement='"*all* <b>ports</b> [x](http://x.example)"'))
    told = report.changes_markdown(between({A: ONE}, {A: marked}))
    assert told.startswith("### 1 new statement.\n\n> **Example: &#42;all&#42;")
    assert "<b>" not in told
    assert "](" not in told
    assert "http://" not in told
    assert "`two`, content/facts/a.yaml:" in told


def test_the_json_has_every_change_and_the_counts() -> None:
    found = between({A: ONE}, {A: article(fact(speaker="bob"), fact("two"))})
    told = json.loads(report.changes_json(found))
    assert [(row["what"], row["id"]) for row in told["changes"]] == [
        ("new", "two"),
        ("changed", "one"),
    ]
    assert told["changes"][1]["details"] == [
        {"field": "speaker", "was": "Ada Example", "now": "Bob Baker", "attribution": True}
    ]
    assert told["summary"]["fact"] == {"new": 1, "changed": 1}
    assert told["corrections_due"] == ["one"]
    assert told["ready"] is False


# The command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project")


def told(root: Path, *arguments: str) -> Result:
    (root / "mkdocs.yml").touch()
    return facts(root, "diff", *arguments)


def test_the_command_compares_with_a_folder(root: Path, tmp_path: Path) -> None:
    other = lay_out(tmp_path / "other")
    change(root, FACTS, "The bridge is to open in May", "The bridge opens in May")
    done = told(root, str(other))
    assert done.exit_code == 0
    assert done.output.startswith("1 changed statement.\n\n~ Example: The bridge opens in May  [")
    assert json.loads(told(root, str(other), "--format", "json").output)["corrections_due"] == [
        "example-bridge-may"
    ]


def test_the_command_compares_with_a_revision(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "First")
    assert told(root, "main").output.startswith("Nothing changed.")
    change(root, FACTS, "paragraph: 2", "paragraph: 1")
    assert "    paragraph: 2 → 1\n" in told(root, "HEAD").output


def test_content_with_errors_is_compared_and_ends_with_one(root: Path, tmp_path: Path) -> None:
    other = lay_out(tmp_path / "other")
    change(root, FACTS, "[bridge]\n  - id", "[brigde]\n  - id")
    done = told(root, str(other))
    assert done.exit_code == 1
    assert "Ready: no. 1 error" in done.output
    assert told(other, str(root)).exit_code == 0


def test_an_unknown_revision_is_told_in_one_line(root: Path) -> None:
    git(root, "init", "-q")
    done = told(root, "no-such-branch")
    assert done.exit_code == 3
    assert 'git knows no revision "no-such-branch"' in done.stderr
