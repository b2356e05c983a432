"""Made-up articles as files of several formats."""

from __future__ import annotations

import io
import zipfile

PAGE = """<!doctype html>
<html lang="en"><head><title>Bridge to open in May - Gazette</title>
<meta name="author" content="Rita Reporter">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://gazette.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/sports">Sports</a></nav>
<article><h1>Bridge to open in May</h1>
<p>Ada Example, the mayor, said on Monday that <b>the bridge</b> would open in May, two years after
work began on the banks of the river.</p>
<div class="share">Share this article</div>
<p>“We have waited long enough,” she told the Gazette. “Three of <nobr>four lanes</nobr> are
fin\u00adished.”</p>
<p>The council, which paid for the work, declined to comment on the costs of the bridge.</p>
<aside>Advertisement</aside></article>
<footer>Copyright Gazette. All rights reserved.</footer></body></html>
"""
PARAGRAPHS = [
    "Ada Example, the mayor, said on Monday that the bridge would open in May, two years after "
    "work began on the banks of the river.",
    "“We have waited long enough,” she told the Gazette. “Three of four lanes are finished.”",
    "The council, which paid for the work, declined to comment on the costs of the bridge.",
]


def saved_page(page: str = PAGE) -> bytes:
    """A page as browsers save it in one file (MHTML)."""
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://gazette.example/b\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----b"\r\n\r\n'
        "------b\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return f"{head}{page}\r\n------b--\r\n".encode()


def docx(paragraphs: list[str]) -> bytes:
    """A Word file with these paragraphs, the last of which was inserted as a tracked change."""
    runs = [f"<w:r><w:t>{text}</w:t></w:r>" for text in paragraphs]
    runs[-1] = f'<w:ins w:id="1" w:author="A">{runs[-1]}</w:ins>'
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override '
        f'PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as package_file:
        for name, text in files.items():
            package_file.writestr(name, text)
    return raw.getvalue()


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF file with these lines on each page; an empty line is a gap."""
    contents = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        contents.append(f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET".encode("cp1252"))
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    raw, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return raw + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (size, table, size, len(raw))
    )
