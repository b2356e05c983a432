"""The faults: a change of valid content, with the expected code, line and exit code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factsheets.quotes.capture import capture
from factsheets.quotes.capture_file import dumps

from tests.faults.base import ACTOR, ARTICLE, CONTENT, EVENT, PAGE, PUBLISHER, SEED, TOPIC
from tests.helpers.builders import TODAY


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong thing in one file.

    `files` are those that differ from the right content, None for one that is taken away.
    """

    name: str
    code: str
    file: str
    line: int
    files: dict[str, bytes | None] = field(hash=False)
    exit_code: int = 1
    many: bool = False  # Thousands of mistakes rather than one.


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _instead(  # noqa: PLR0917 - a row of a table
    name: str, code: str, file: str, old: str, new: str, below: int = 0
) -> Fault:
    """Replace `old` with `new`; expected at the line of `new`, or a number of lines below."""
    text = CONTENT[file]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    at = text.index(old)
    data = text.replace(old, new).encode("utf-8", "surrogateescape")
    return Fault(name, code, file, _line_of(text, at) + below, {file: data})


def _value(code: str, file: str, key: str, value: str, *, number: int = 0) -> Fault:
    """Replace the value of a key; `number` counts the keys with this name from 0."""
    found = list(re.finditer(rf"^([ -]*){key}:.*$", CONTENT[file], re.MULTILINE))[number]
    text = CONTENT[file]
    data = f"{text[: found.start()]}{found[1]}{key}: {value}{text[found.end() :]}"
    shown = value if len(value) < 40 else f"{value[:20]}…"
    name = f"{file.split('/')[1]}: {key}: {shown}"
    raw = data.encode("utf-8", "surrogateescape")
    return Fault(name, code, file, _line_of(text, found.start()), {file: raw})


# Fields of text, and whether each may also have a list of texts.
_TEXTS = {
    ACTOR: ("name", "short_name", "summary", "wikidata", "title"),
    PUBLISHER: ("outlet",),
    TOPIC: ("name", "summary", "text", "short", "question", "note"),
    EVENT: ("name", "kind", "place", "audience"),
    ARTICLE: (
        *("title", "dateline", "language", "statement", "condition", "detail", "note"),
        *("unit", "counts", "field", "was", "now", "reason"),
    ),
}


def _texts() -> Iterator[Fault]:
    for file, keys in _TEXTS.items():
        for key in keys:
            yield _value("empty-value", file, key, "")
            yield _value("empty-value", file, key, '"   "')
            yield _value("wrong-shape", file, key, "[a, b]")
            yield _value("wrong-shape", file, key, "{a: b}")
            yield _value("not-nfc", file, key, '"Sa\u0303o"')
            yield _value("yaml-bidi", file, key, '"ab\u202ecd"')


_DAYS = ("2025-02-30", "2025-13-01", "2025-5-3", "03.05.2025", "2025-05-03T25:00", "10:00", "0000")
_NO_DAYS = (
    "2025-05",
    "about 2025-05-03",
    "unknown",
    "NaN",
    "20250503",
    "2025-05-03Z",
    "٢٠٢٥-٠٥-٠٣",
)


def _dates() -> Iterator[Fault]:
    for day in (*_DAYS, *_NO_DAYS):
        yield _value("bad-date", ARTICLE, "published", day)
        yield _value("bad-date", ARTICLE, "reviewed", day)
    for day in (*_DAYS, "tomorrow", "after 2025", "2025-05-02/2025-05-03", "25000-01-01"):
        yield _value("bad-date", ARTICLE, "said", day)
        yield _value("bad-date", EVENT, "date", day)
        yield _value("bad-date", ACTOR, "start", day)
    yield _value("end-before-start", ACTOR, "end", "2019-12-31")
    yield _value("end-before-start", ACTOR, "end", "2019")
    yield _value("said-after-published", ARTICLE, "said", "2025-05-04")
    yield _value("said-after-published", ARTICLE, "said", "about 2026")
    late = CONTENT[EVENT].replace("2025-05-02", "2025-06-01").encode()
    yield Fault("event after the article", "said-after-published", ARTICLE, 19, {EVENT: late})
    for key, day in (("published", "2035-05-03"), ("reviewed", "2035-05-03")):
        made = _value("in-the-future", ARTICLE, key, day)
        # A correction dated before the article is a separate error.
        code = 1 if key == "published" else 0
        yield Fault(made.name, made.code, ARTICLE, made.line, made.files, exit_code=code)


def _numbers() -> Iterator[Fault]:
    huge = "9" * 400
    for number in (
        "NaN",
        ".inf",
        "1e9",
        "1,000",
        "0x1F",
        "+1",
        "1_000",
        "two",
        huge,
        "１",
        "--",
        "1.",
    ):
        yield _value("bad-number", ARTICLE, "value", number)
    for number in ("0", "-1", "1.5", "one", huge, "٣", "1e1"):
        yield _value("bad-number", ARTICLE, "paragraph", number)
        yield _instead(f"size {number[:9]}", "bad-number", TOWNS, "size: 3", f"size: {number}")
    figure = "      value: 1\n      comparator: exactly\n"
    for old, new, code, below in (
        (figure, "      comparator: exactly\n", "figure-value", 0),
        (figure, "      min: 5\n      max: 2\n      comparator: between\n", "figure-order", 0),
        (figure, "      min: 5\n      comparator: between\n", "figure-bounds", 1),
        (figure, "      value: 1\n      min: 5\n      comparator: exactly\n", "figure-bounds", 1),
        (figure, "      value: 1\n      status: not-given\n", "figure-not-given", 1),
    ):
        yield _instead(f"figure: {new.split()}", code, ARTICLE, old, new, below)


TOWNS = "content/actors/towns.yaml"

_NO_IDS = ("Ann", "ann archer", "ann_archer", "ann--archer", "-ann", "ann/../bob", "änn", "a" * 81)


def _ids() -> Iterator[Fault]:
    for name in _NO_IDS:
        yield _value("bad-id", ARTICLE, "speaker", f'"{name}"')
        yield _value("bad-id", ARTICLE, "topics", f'["{name}"]')
        yield _value("bad-id", TOPIC, "id", f'"{name}"')
    for name in ("page", "index", "con", "aux", "nul", "com1", "lpt9"):
        yield _instead(f"id: {name}", "reserved-id", ARTICLE, "id: one", f"id: {name}")
        yield _value("reserved-id", TOPIC, "id", name)
        former = f"former_ids: [{name}]\nsummary: "
        yield _instead(f"former id {name}", "reserved-id", ACTOR, "summary: ", former)
        for folder in ("actors", "topics", "events", "facts"):
            file = f"content/{folder}/{name}.yaml"
            yield Fault(file, "bad-file-name", file, 1, {file: b'name: "Made up"\n'})
    for value in ("bridge", "bridge/", "/open", "bridge/Open", "a/b/c", ""):
        code = "bad-question" if value else "empty-value"
        yield _value(code, ARTICLE, "question", value)


_NO_ADDRESSES = (
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
    ),
    *("ftp://a.example/", "//a.example/", "a.example", "https://", "https:///a", "https:a.example"),
    *("https://user@a.example/", "https://user:word@a.example/", "https://a.example:99999/"),
    *("https://a.example:0/", "https://a b.example/", "https://a.example/a b", "https://[::1"),
    *("https://a.example/\\u0022x", "https://a.example\\\\@b.example", "https://a.example/<b>"),
    *("https://a..example/", f"https://{'ä' * 70}.example/"),
)


def _addresses() -> Iterator[Fault]:
    for address in _NO_ADDRESSES:
        code = "empty-value" if not address else "bad-url"
        yield _value(code, ARTICLE, "url", f'"{address}"')
    for address in _NO_ADDRESSES[:6]:
        yield _value("bad-url", ARTICLE, "archived", f'"{address}"')
        yield _value("bad-url", PUBLISHER, "ownership_source", f'"{address}"')


def _links() -> Iterator[Fault]:
    for file, key, value, code in (
        (ARTICLE, "publisher", "nobody", "unknown-actor"),
        (ARTICLE, "speaker", "nobody", "unknown-actor"),
        (ARTICLE, "event", "nothing", "unknown-event"),
        (ARTICLE, "topics", "[nothing]", "unknown-topic"),
        (ARTICLE, "about", "[nobody]", "unknown-actor"),
        (ARTICLE, "question", "nothing/open", "unknown-topic"),
        (ARTICLE, "question", "bridge/closed", "unknown-question"),
        (ARTICLE, "replies_to", "[nothing]", "unknown-fact"),
        (ACTOR, "organisation", "nobody", "unknown-actor"),
        (ACTOR, "article", "nothing", "unknown-article"),
        (ACTOR, "actor", "nobody", "unknown-actor"),
        (PUBLISHER, "country", "nowhere", "unknown-actor"),
        (PUBLISHER, "country", "ada", "wrong-kind-of-actor"),
        (EVENT, "organiser", "nobody", "unknown-actor"),
        (EVENT, "participants", "[nobody]", "unknown-actor"),
        (TOPIC, "facts", "[nothing]", "unknown-fact"),
        (ARTICLE, "translation", "perhaps", "bad-choice"),
        (ARTICLE, "act", "claims", "bad-choice"),
        (ARTICLE, "said_basis", "guessed", "bad-choice"),
        (ARTICLE, "kind", "maybe", "bad-choice"),
        (ARTICLE, "comparator", "roughly", "bad-choice"),
        (ARTICLE, "recalled", "yes", "bad-choice"),
        (ACTOR, "kind", "animal", "bad-choice"),
        (PUBLISHER, "ownership", "secret", "bad-choice"),
        (ACTOR, "wikidata", "42", "bad-wikidata"),
        (ARTICLE, "language", "English", "bad-language"),
    ):
        yield _value(code, file, key, value)
    yield _instead("no state", "bad-iso3166", FREEDONIA, "NO", "Norway")
    yield _instead("one id twice", "duplicate-id", ARTICLE, "id: two", "id: one")


FREEDONIA = "content/actors/exampleland.yaml"


def _quotations() -> Iterator[Fault]:
    for value, code in (
        ("We have painted every railing thrice", "quote-not-found"),
        ("we have painted every railing twice", "quote-not-found"),
        ("We have painted each railing twice", "quote-not-found"),
        ("every railing we have painted twice", "quote-not-found"),
        ("needs 1 more test for lorries", "wrong-paragraph"),
        ("We have", "quote-too-short"),
        ("—", "quote-too-short"),
        ("The bridge will open in June", "quote-not-in-marks"),
        ("We have painted every railing twice, she told the council", "quote-not-in-marks"),
        ("every railing twice Nothing is left", "quote-not-found"),
        ("every railing twice needs 1 more", "quote-not-found"),
        ("We have [almost] painted every railing", "quote-altered"),
        ("We have painted (…) railing twice", "quote-altered"),
    ):
        made = _value(code, ARTICLE, "quote", f'"{value}"')
        # A wrong paragraph is reported at the paragraph.
        below = 1 if code == "wrong-paragraph" else 0
        yield Fault(made.name, code, ARTICLE, made.line + below, made.files)
    yield _value("wrong-paragraph", ARTICLE, "paragraph", "2")
    yield _value("wrong-paragraph", ARTICLE, "paragraph", "9")
    yield _instead("no quote", "form-without-quote", ARTICLE, *_NO_QUOTE)
    for data in (b"", b"{", b"[]", b"null", b'{"version": 99}', b"\xff", b"[" * 100_000, b"NaN"):
        yield Fault(f"capture {data[:9]!r}", "capture-broken", SEED, 1, {SEED: data})
    missing = Fault("no capture", "quote-not-captured", ARTICLE, 17, {SEED: None}, exit_code=0)
    yield missing


_NO_QUOTE = ('    quote: "We have painted every railing twice"\n', "    form: partly-quoted\n")

_KINDS = (ACTOR, PUBLISHER, TOPIC, EVENT)
_FORMS: tuple[tuple[str, str, str, int], ...] = (
    # The replacement for `name: "`, the code, and how many lines below it is reported.
    ("NUL", 'name: "\0', "yaml-control", 0),
    ("bell", 'name: "\x07', "yaml-control", 0),
    ("next line", 'name: "\x85', "yaml-control", 0),
    ("right to left", 'name: "\u202e', "yaml-bidi", 0),
    ("isolate", 'name: "\u2066', "yaml-bidi", 0),
    ("no width", 'name: "\u200b', "yaml-invisible", 0),
    ("tag letter", 'name: "\U000e0041', "yaml-invisible", 0),
    ("mark of order", 'name: "\ufeff', "yaml-invisible", 0),
    ("soft hyphen", 'name: "Mac\u00adron ', "yaml-invisible", 0),
    ("joiner of marks", 'name: "Mac\u034fron ', "yaml-invisible", 0),
    ("selector of a shape", 'name: "Mac\ufe0fron ', "yaml-invisible", 0),
    ("selector of Han", 'name: "Mac\U000e0100ron ', "yaml-invisible", 0),
    ("vowel of Khmer", 'name: "\u17b4', "yaml-invisible", 0),
    ("no character", 'name: "\ufdd0', "yaml-invisible", 0),
    ("beam of music", 'name: "\U0001d173', "yaml-invisible", 0),
    ("escaped soft hyphen", 'name: "Mac\\u00adron ', "yaml-invisible", 0),
    ("Cyrillic", 'name: "M\u0430cron ', "mixed-script", 0),
    ("Greek", 'name: "Macr\u03bfn ', "mixed-script", 0),
    ("Armenian", 'name: "Macr\u0585n ', "mixed-script", 0),
    ("Cherokee", 'name: "\u13b7acron ', "mixed-script", 0),
    ("Lisu", 'name: "\ua4dfacron ', "mixed-script", 0),
    ("not UTF-8", 'name: "\udcff', "yaml-utf8", 0),
    ("Latin 1", 'name: "\udce9', "yaml-utf8", 0),
    ("half a pair", 'name: "\\ud800', "yaml-escape", 0),
    ("escaped NUL", 'name: "\\0', "yaml-control", 0),
    ("tab", '\tname: "', "yaml-tab", 0),
    ("anchor", 'name: &a "', "yaml-anchor", 0),
    ("type", 'name: !!str "', "yaml-tag", 0),
    ("two", 'name: a\nname: "', "yaml-duplicate-key", 1),
    ("unknown", 'nmae: a\nname: "', "unknown-field", 0),
    ("merge", '<<: a\nname: "', "yaml-merge", 0),
    ("conflict", '<<<<<<< HEAD\nname: "', "yaml-conflict", 0),
    ("second", 'other: a\n---\nname: "', "yaml-documents", 1),
    ("bracket", 'other: [a, b\nname: "', "yaml-unclosed-bracket", 0),
    ("mark", 'other: "a\nname: "', "yaml-unclosed-quote", 0),
    ("no colon", 'other\nname: "', "yaml-missing-colon", 0),
    ("no space", 'other:a\nname: "', "yaml-space", 0),
    ("indented", 'name: a\n  name: "', "yaml-indent", 1),
)


def _forms() -> Iterator[Fault]:
    for file in _KINDS:
        for name, new, code, below in _FORMS:
            found = re.search(r'^name: "', CONTENT[file], re.MULTILINE)
            assert found
            text = CONTENT[file][: found.start()] + new + CONTENT[file][found.end() :]
            line = _line_of(text, found.start()) + below
            raw = text.encode("utf-8", "surrogateescape")
            yield Fault(f"{file}: {name}", code, file, line, {file: raw})


def _bounds() -> Iterator[Fault]:
    many = "".join(
        f"  - {{id: f-{n}, statement: a b c, paragraph: 1, topics: [bridge]}}\n"
        for n in range(5_001)
    )
    head = CONTENT[ARTICLE].partition("facts:\n")[0]
    for name, code, line, text in (
        ("1 MiB and a byte", "yaml-size", 1, "#" * ((1 << 20) + 1)),
        ("8 MiB", "yaml-size", 1, "#" * (8 << 20)),
        ("a long text", "yaml-long", 1, f'name: "{"a" * 20_001}"\n'),
        ("deep brackets", "yaml-depth", 1, "name: " + "[" * 100_000),
        ("deep groups", "yaml-depth", 21, "".join(" " * n + "a:\n" for n in range(40))),
        ("deep lists", "yaml-depth", 1, "name: " + "[" * 21 + "]" * 21 + "\n"),
        (
            "aliases",
            "yaml-anchor",
            1,
            "a: &a [x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(90)),
        ),
        ("a million quotes", "yaml-after-close", 1, "name: " + '"' * 999_999),
        ("a million braces", "yaml-key", 1, "name: " + "{" * 999_999),
        ("nothing", "yaml-empty", 1, ""),
        ("spaces", "yaml-empty", 1, " \n" * 9),
        ("a remark", "yaml-empty", 1, "# nothing\n"),
        ("a list", "yaml-shape", 1, "- a\n- b\n"),
        ("a text", "yaml-shape", 1, "a text\n"),
        ("zip", "yaml-control", 1, "PK\x03\x04"),
    ):
        yield Fault(name, code, ACTOR, line, {ACTOR: text.encode()})
    yield Fault(
        "5,001 facts", "yaml-long", ARTICLE, 11, {ARTICLE: f"{head}facts:\n{many}".encode()}
    )
    yield from _slow(head)
    for order in ("utf-16-le", "utf-16-be", "utf-32"):
        data = CONTENT[ACTOR].encode(order)
        yield Fault(
            order, "yaml-utf8" if order == "utf-32" else "yaml-control", ACTOR, 1, {ACTOR: data}
        )


def _slow(head: str) -> Iterator[Fault]:
    """Cases that were slow or used much memory: each took quadratic time."""
    short = "statement: a b c, paragraph: 1, said: unknown, topics: [bridge]"
    unknown = "".join(f"  - {{id: f-{n}, {short}, replies_to: [g-{n}x]}}\n" for n in range(4_000))
    yield _facts("4,000 unknown facts", "unknown-fact", head, unknown)
    named = [", ".join(f"f{(n + k) % 300}" for k in range(1, 250)) for n in range(300)]
    dense = "".join(f"  - {{id: f{n}, {short}, updates: [{ids}]}}\n" for n, ids in enumerate(named))
    yield _facts("circles without number", "reference-cycle", head, dense)
    # The article has the same words at thousands of places.
    words = " ".join(["so it goes on"] * 12_000)
    taken = dumps(capture(f'"{words}"\n', published=None, captured=TODAY)).encode()
    for name, quote in (
        ("gaps", "so it goes on […] so it goes on […] it goes on so it […] so it goes {n}"),
        ("runs", "so it goes on so it goes on so it goes on so it goes {n}"),
    ):
        facts = "".join(
            f'  - {{id: f-{n}, speaker: ada, {short}, quote: "{quote.format(n=n)}"}}\n'
            for n in range(3_000)
        )
        made = _facts(f"an article that repeats itself: {name}", "quote-not-found", head, facts)
        both = {**made.files, SEED: taken}
        yield Fault(made.name, made.code, ARTICLE, made.line, both, many=True)


def _facts(name: str, code: str, head: str, facts: str) -> Fault:
    """An article with these facts; the problem is expected at the first."""
    line = _line_of(head, len(head)) + 1
    files: dict[str, bytes | None] = {ARTICLE: f"{head}facts:\n{facts}".encode()}
    return Fault(name, code, ARTICLE, line, files, many=True)


_NO_PAGES = (
    *(
        "<b>x</b>",
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)>",
        "<!-- x -->",
        "<?x ?>",
    ),
    *("</div>", "<svg/onload=alert(1)>", "&lt;b&gt;<i", "    <pre>", "``<b>`` `", "\\`<b>`"),
    *("[a](javascript:alert(1))", "[a](JAVASCRIPT:x)", "[a](java&#115;cript:x)", "[a](data:x,y)"),
    *("[a](<javascript:x>)", "[a](//evil.example)", "[a](https://a@evil.example)", "![a](data:x)"),
    *(
        "[a]: javascript:x",
        "[a](vbscript:x)",
        "<javascript:x>",
        "[a](file:///x)",
        "[a](java\tscript:x)",
    ),
    *(
        "a {: onclick=x }",
        "# a {onclick=x}",
        "a {: .b #c }",
        "```{.x}\nb\n```",
        "{{ x }}",
        "{% x %}",
    ),
    "[" * 300,
    "[a]:\tjavascript:x",
    "[a]: <javascript:x>",
    "[a](https://a.example 'x' onclick=y)",
    "![a][b] {.x}",
    "<https://a.example/\tonclick=x>",
    "<A@b.example onclick=x>",
)
# What engines read differently, or over several lines; reported at the suspicious line.
_NO_PAGES_OF_LINES = (
    ('``` py hl_lines="`"<b>x</b>\nb\n```', 0),
    ('``` py hl_lines="1"\n<b>\n```', 1),
    ("   ```\n```\n<b>\n```", 2),
    ("```\nb\n````\n<b>\n```", 3),
    ("```js title\n```\n<b>\n```", 2),
    ("~~~\n```\n~~~\n<b>\n```", 3),
    ("```\n~~~\n```\n<b>\n~~~", 3),
    ("- ```\n```\n<b>\n```", 2),
    ("> ```\n```\n<b>\n```", 2),
    ("```\n  ```\n<b>\n```", 2),
    ("```\n<b>", 1),
    ("[a]:\n   javascript:x", 1),
    ("a ``` b\n```\n<b>\n```", 2),
    ("`a\n<b>`", 1),
    ("| `a | <b>` |\n|---|---|", 0),
)


def _pages() -> Iterator[Fault]:
    for text in _NO_PAGES:
        new = f"{text}\n\nA second one."
        yield _instead(f"page: {text[:30]}", "page-markup", PAGE, "A second one.", new)
    for text, below in _NO_PAGES_OF_LINES:
        new = f"{text}\n\nA second one."
        name = f"page: {text[:30]!r}"
        yield _instead(name, "page-markup", PAGE, "A second one.", new, below)
    for sign, code in (
        ("\0", "control"),
        ("\u202e", "bidi"),
        ("\u200b", "invisible"),
        ("\x02", "control"),
    ):
        yield _instead(f"page: {sign!r}", f"yaml-{code}", PAGE, "A second", f"A{sign} second")
    yield _instead("page: not UTF-8", "page-not-utf-8", PAGE, "A second", "A\udcff second")
    yield Fault("page: long", "page-too-long", PAGE, 1, {PAGE: b"word " * 10_001})
    for name in (
        *("topics/bridge", "actors/ada", "facts/one", "sources/gazette-1", "events/council"),
        *("assets/x", "pagefind/x", "topics/other", "about/method/index", "data/x"),
        *("facts", "topics", "actors", "sources", "events", "check/x", "check/index"),
        *("search/index", "data/index", "figures/index", "timeline/index", "corrections/index"),
    ):
        file = f"content/pages/{name}.md"
        yield Fault(f"page {name}", "same-address", file, 1, {file: b"# Made up\n"})


def _files() -> Iterator[Fault]:
    for file, code, exit_code in (
        ("content/actors/cy.yml", "wrong-ending", 1),
        ("content/actors/cy.YAML", "wrong-ending", 1),
        ("content/actors/Cy.yaml", "bad-file-name", 1),
        ("content/actors/cy cy.yaml", "bad-file-name", 1),
        ("content/actors/cý.yaml", "bad-file-name", 1),
        ("content/cy.yaml", "wrong-folder", 1),
        ("content/people/cy.yaml", "wrong-folder", 1),
        ("content/actors/old/cy.yaml", "wrong-folder", 1),
        ("content/organisations", "stray-file", 0),
        ("content/pages/About.md", "bad-file-name", 1),
        ("content/pages/con.md", "bad-file-name", 1),
        ("content/pages/aux/a.md", "bad-file-name", 1),
        ("content/notes.txt", "stray-file", 0),
        ("content/pages/a.png", "stray-file", 0),
        ("seeds/a.pdf", "stray-file", 0),
    ):
        yield Fault(file, code, file, 1, {file: b'kind: person\nname: "Cy"\n'}, exit_code)
    for file, key in (
        (ACTOR, "kind"),
        (ACTOR, "name"),
        (TOPIC, "summary"),
        (EVENT, "name"),
        (ARTICLE, "publisher"),
        (ARTICLE, "url"),
        (ARTICLE, "published"),
        (ARTICLE, "language"),
    ):
        text = re.sub(rf"^{key}:.*\n", "", CONTENT[file], count=1, flags=re.MULTILINE)
        yield Fault(f"{file}: no {key}", "missing-field", file, 1, {file: text.encode()})


FAULTS = tuple(
    fault
    for family in (
        *(_texts, _dates, _numbers, _ids, _addresses, _links, _quotations, _forms, _bounds),
        *(_pages, _files),
    )
    for fault in family()
)
