"""Today's date, and the one that `SOURCE_DATE_EPOCH` sets."""

from __future__ import annotations

import datetime
import os

from factsheets.storage.faults import EnvironmentFault


def today() -> datetime.date:
    """The date that dates in the content are compared with; `SOURCE_DATE_EPOCH` can set it."""
    return source_date() or datetime.datetime.now().astimezone().date()


def source_date() -> datetime.date | None:
    """The date of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        # MkDocs fails on an empty one.
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        return None
    try:
        return datetime.datetime.fromtimestamp(int(given), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise EnvironmentFault(
            f'SOURCE_DATE_EPOCH is "{given[:40]}", not a time. Write the seconds since 1970.'
        ) from error
