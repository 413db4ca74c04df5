"""JSON: rows or items out of any API's answer, found by JMESPath expressions."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from board.errors import ExtractError
from board.model import About, Extract
from board.options import option
from board.sources._cells import date_in, read_cell, to_day
from board.sources._dates import DateReader
from board.sources._entry import Entry, EntryReader, RawFeed, Words
from board.sources._items import Gathering, moment
from board.sources._markup import plain
from board.sources._table import FIELDS, NOTE_LIMIT, read_lines, refuse_unknown
from board.text.decode import decode
from board.text.numbers import MOST_DIGITS

if TYPE_CHECKING:
    from jmespath.parser import ParsedResult

SHAPE: Literal["rows"] = "rows"
ITEM_FIELDS = ("title", "link", "guid", "published", "updated", "summary", "text", "author")
_TEXT_LIMIT = 400_000
"""Characters of one value that are looked at."""
_FOOTNOTE = re.compile(r"<sup\b[^<>]{0,200}>[^<>]{0,50}</sup>", re.IGNORECASE)
_SYNONYMS = {
    "nation": "country",
    "troops": "personnel",
    "link": "url",
    "guid": "id",
    "published": "date",
    "text": "content",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where in the JSON rows or items are. With neither, the list that the answer is or has is taken as rows."""

    rows: str = option("JMESPath to the list of rows", "", example="data.nations")
    items: str = option("JMESPath to the list of items", "", example="articles[]")
    fields: Mapping[str, str] = option(
        "what each field is, by JMESPath within a row or item; empty: keys of the same name",
        {},
        example='{ nation = "country.name", troops = "strength" }',
    )
    total: str = option("JMESPath to the stated total", "")
    as_of: str = option("JMESPath to the date of the table", "")
    language: str | None = option("of the items, ISO 639-1", None)
    time_zone: ZoneInfo | None = option("of dates without an offset", None)
    nations: Mapping[str, str] = option("more names of nations: name = alpha-3", {})


def suits(body: bytes, about: About) -> float:
    """By ending or type, else by the first character."""
    head = body[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith((b"{", b"[")):
        return 0.0
    named = about.address.lower().endswith(".json") or about.media_type.endswith("json")
    return 0.8 if named else 0.5


def extract(body: bytes, options: Options, about: About) -> Extract:
    """Items where `items` is set, else rows.

    Raises: ExtractError where the bytes are no JSON, an expression is wrong or leads to no list.
    """
    answer = _load(decode(body, about.charset).text)
    if options.items:
        return _items(_list(answer, options.items, "items"), options, about)
    read_row = _reader(options.fields, FIELDS)
    rows = [{name: _words(text) for name, text in read_row(row)} for row in _rows(answer, options)]
    read = read_lines(rows, about, options.nations)
    if not (read.rows or read.figures):
        raise ExtractError("no row of the JSON has a nation and a number")
    total = read_cell(_text(_search(options.total, answer, "total")))[0] if options.total else None
    as_of = date_in(_text(_search(options.as_of, answer, "as_of")), about) if options.as_of else None
    return replace(
        read, total_stated=read.total_stated if total is None else total, as_of=to_day(as_of) if as_of else None
    )


def _words(markup: str) -> str:
    """Without footnote marks, which would become digits of the number before them."""
    return plain(_FOOTNOTE.sub("", markup), NOTE_LIMIT)


def _items(found: list[Any], options: Options, about: About) -> Extract:
    gathering = Gathering(moment(about))
    dates = DateReader((options.language,) if options.language else (), options.time_zone)
    reader = EntryReader(RawFeed(), about.address, options.language, dates, gathering)
    read_item = _reader(options.fields, ITEM_FIELDS)
    gathering.add_all((reader.item(_entry(dict(read_item(value)))) for value in found), len(found))
    return gathering.extract(language=options.language)


def _entry(said: Mapping[str, str]) -> Entry:
    return Entry(
        title=Words(said.get("title", "")),
        summary=Words(said.get("summary", "")),
        content=Words(said.get("text", "")),
        link=said.get("link", ""),
        guid=said.get("guid", ""),
        published=said.get("published", ""),
        updated=said.get("updated", ""),
        authors=tuple(filter(None, [said.get("author", "")])),
    )


def _load(text: str) -> Any:
    """The value. Numbers of more than 18 digits stay text: they count nothing."""
    try:
        return json.loads(text, parse_int=_whole, parse_float=_decimal, parse_constant=_refuse)
    except RecursionError:
        raise ExtractError("the JSON is nested too deep") from None
    except ValueError as error:
        raise ExtractError(f"not JSON: {error}") from None


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits


def _decimal(digits: str) -> float | str:
    return number if math.isfinite(number := float(digits)) else digits


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def _rows(answer: Any, options: Options) -> list[Any]:
    if options.rows:
        return _list(answer, options.rows, "rows")
    if isinstance(answer, list):
        return answer
    lists = [value for value in answer.values() if _is_list_of_objects(value)] if isinstance(answer, dict) else []
    if len(lists) != 1:
        raise ExtractError("`rows` or `items` must say where in the JSON the list is")
    return list(lists[0])


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _list(answer: Any, expression: str, name: str) -> list[Any]:
    found = _search(expression, answer, name)
    if not isinstance(found, list):
        raise ExtractError(f"`{name}` ({expression}) leads to no list")
    return found


def _search(expression: str, value: Any, name: str) -> Any:
    return _run(_compiled(expression, name), value, name)


def _compiled(expression: str, name: str) -> ParsedResult:
    import jmespath
    from jmespath.exceptions import JMESPathError

    try:
        return jmespath.compile(expression)
    except JMESPathError as error:
        raise ExtractError(f"`{name}` is no JMESPath: {str(error).splitlines()[0]}") from None


def _run(expression: ParsedResult, value: Any, name: str) -> Any:
    from jmespath.exceptions import JMESPathError

    try:
        return expression.search(value)
    except (JMESPathError, ValueError, TypeError, RecursionError) as error:
        raise ExtractError(f"`{name}` does not fit this JSON: {str(error).splitlines()[0]}") from None


def _reader(fields: Mapping[str, str], known: tuple[str, ...]) -> Callable[[Any], Iterator[tuple[str, str]]]:
    """What gives the fields of a row or item as text. Raises: ExtractError for a field that there is not."""
    refuse_unknown(fields, known)
    compiled = {name: _compiled(expression, f"fields.{name}") for name, expression in fields.items()}

    def read(value: Any) -> Iterator[tuple[str, str]]:
        keys = {key.lower(): one for key, one in value.items()} if isinstance(value, dict) else {}
        for name in known:
            if name in compiled:
                yield name, _text(_run(compiled[name], value, f"fields.{name}"))
            elif not compiled:
                yield name, _text(keys.get(name, keys.get(_SYNONYMS.get(name, name))))

    return read


def _text(value: Any) -> str:
    """A value as it would be printed: nothing for none, lists by their members, whole numbers without `.0`."""
    match value:
        case None | bool() | dict():
            return ""
        case list():
            return ", ".join(filter(None, map(_text, value[:20])))
        case float() if value.is_integer() and abs(value) < 10**MOST_DIGITS:
            return str(int(value))
        case _:
            return str(value)[:_TEXT_LIMIT]
