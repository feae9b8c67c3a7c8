"""The pages that a source file holds, with what is said about each."""

import json
from typing import NamedTuple

from claimcheck.model.problem import Problem
from claimcheck.model.text import Segment
from claimcheck.read.front_matter import front_matter

# Our names of what is said about an article, and the keys of a JSON line that say it.
_JSON_KEYS = {
    "title": ("title",),
    "publisher": ("publisher",),
    "published": ("date", "published"),
    "url": ("url",),
    "language": ("lang", "language"),
}
_GAP = "\n\n"


class Page(NamedTuple):
    """A stretch of a source's text, with what is said about it.

    fields: title, publisher, published, url and language, as far as they are stated;
    title: where the headline stands outside the stretch.
    """

    start: int
    end: int
    fields: dict[str, str]
    title: Segment | None = None


class Pages(NamedTuple):
    """A source's text, its pages in order, and what could not be read of it."""

    text: str
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()


def text_pages(path: str, text: str) -> Pages:
    """Return the one page of a text file, after its front matter."""
    front = front_matter(path, text)
    if front.body is None:
        return Pages(text, (), front.problems)
    page = Page(front.body, len(text), front.fields, front.title)
    return Pages(text, (page,), front.problems)


def html_pages(path: str, markup: str) -> Pages:
    """Return the main text of a web page under its headline."""
    # It takes half a second to load, and most runs read no HTML.
    from trafilatura import bare_extraction

    document = bare_extraction(
        markup, with_metadata=True, include_comments=False, date_extraction_params=_DATED
    )
    if document is None or isinstance(document, dict) or not document.text:
        fault = Problem(source=path, code="empty", message="has no main text")
        return Pages("", (), (fault,))
    stated = {
        "title": document.title,
        "publisher": document.sitename,
        "published": document.date,
        "url": document.url,
    }
    fields = {key: value.strip() for key, value in stated.items() if value and value.strip()}
    text = _under_title(document.text, fields.get("title", ""))
    return Pages(text, (Page(0, len(text), fields),))


# The library takes today for the last possible day unless told otherwise.
_DATED = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}


def jsonl_pages(path: str, text: str) -> Pages:
    """Return one page for each line of a JSON Lines file that holds an article."""
    parts: list[str] = []
    pages: list[Page] = []
    problems: list[Problem] = []
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        fields = _json_fields(line) if line.strip() else None
        if isinstance(fields, str):
            problems.append(Problem(source=path, code="json-line", message=fields, line=number))
        elif fields:
            part = _under_title(fields.pop("text"), fields.get("title", ""))
            pages.append(Page(at, at + len(part), fields))
            parts.append(part)
            at += len(part) + len(_GAP)
    return Pages(_GAP.join(parts), tuple(pages), tuple(problems))


def _json_fields(line: str) -> dict[str, str] | str:
    """Return the text of a JSON line and what is said about it, or what is wrong with the line."""
    try:
        tree = json.loads(line)
        line.encode("utf-8")
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    text = tree.get("text") if isinstance(tree, dict) else None
    if not isinstance(text, str) or not text.strip():
        return "expected an object with a `text`"
    fields = {"text": text}
    for name, keys in _JSON_KEYS.items():
        said = next((tree[key] for key in keys if isinstance(tree.get(key), str)), "").strip()
        if said:
            fields[name] = said
    if any("\ud800" <= letter <= "\udfff" for said in fields.values() for letter in said):
        return "holds half of a surrogate pair, which no text may"
    return fields


def _under_title(text: str, title: str) -> str:
    """Return the text with its headline above it, unless it stands there already."""
    return text if not title or text.lstrip().startswith(title) else title + _GAP + text
