"""Names of languages as LaTeX's packages biblatex and babel know them."""

from __future__ import annotations

_LANGID = {
    "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "ngerman",
    "de-at": "naustrian", "de-ch": "nswissgerman", "el": "greek", "en": "english",
    "en-au": "australian", "en-ca": "canadian", "en-gb": "british", "en-nz": "newzealand",
    "en-us": "american", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "gl": "galician", "hr": "croatian", "hu": "magyar", "is": "icelandic",
    "it": "italian", "lt": "lithuanian", "lv": "latvian", "mr": "marathi", "nb": "norsk",
    "nl": "dutch", "nn": "nynorsk", "no": "norsk", "pl": "polish", "pt": "portuguese",
    "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene",
    "sr": "serbian", "sr-cyrl": "serbianc", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip


def langid(code: str) -> str:
    """The name for a code such as `pt-BR`; empty where biblatex has none."""
    parts = code.lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((_LANGID[tag] for tag in tags if tag in _LANGID), "")
