"""What a number or a mark may be in a date."""

from functools import lru_cache

from claimcheck.annotate.dates.date_words import Entry, entry

_MARKS = {
    ",": "comma", "،": "comma", "/": "slash", "\\": "slash", "-": "dash", "‐": "dash", "‑": "dash",
    "–": "dash", "—": "dash", "−": "dash", ".": "dot", ":": "colon", "(": "lparen", "[": "lparen",  # noqa: RUF001
    ")": "rparen", "]": "rparen", "@": "at", "'": "quote", "’": "quote", "%": "percent",
    "٪": "percent", "$": "percent", "£": "percent", "€": "percent", "+": "plus",
    "!": "stop", "?": "stop", "؟": "stop", ";": "stop", "؛": "stop", '"': "stop", "»": "stop",
    "”": "stop",
}  # fmt: skip
_GLUED = {"slash", "dash", "dot", "colon"}
# The marks that mean something else where they touch what stands on both their sides.
GLUED = frozenset(mark for mark, name in _MARKS.items() if name in _GLUED)
_COMMAS = ",،"
_LONGEST = 6
_MONTH_DAYS = 31
_HOURS = 12
_BIG = 50  # a class has seldom so many pupils
_EVEN = (1000, 2000)
_SAMPLES = (
    *map(str, range(100)), *(f"{n:02d}" for n in range(100)), "100", "999", "000",
    "0030", "0060", "1000", "1099", "1499", "1500", "1999", "2599", "2199",
    "2200", "2999", "3000", "9999", "12345", "123456",
    "5.3.2014", "10.30", "5,2014",
)  # fmt: skip
_PACK = 10000


@lru_cache(1 << 14)
def number_entry(text: str) -> Entry | None:
    """Return what the digits `text` may be, None if nothing in a date."""
    values = _whole(text) if text.isdecimal() else _joined(text)
    return entry(values) if values else None


@lru_cache(1 << 12)
def spelled_entry(value: int, *, ordinal: bool) -> Entry:
    """Return what a number written in words may be."""
    if ordinal:
        return entry({"ordinal": value})
    values = {"count": value}
    fits = {
        "spelledyear": 1100 <= value < 2200 and value not in _EVEN,
        "spelledeven": value in _EVEN,  # a number of people as often as a year
        "spelledday": value <= _MONTH_DAYS,
        "spelledhour": value <= _HOURS,
        "hundreds": 11 <= value <= 20,
        "tail": 10 <= value < 100,
    }
    return entry(values | {name: value for name, fit in fits.items() if fit})


@lru_cache(1 << 8)
def mark_entry(text: str, *, glued: bool) -> Entry | None:
    """Return what a mark may be; `glued` if it touches what stands on both its sides."""
    name = _MARKS.get(text)
    if name is None:
        return None
    return entry({name: 0, f"g{name}": 0} if glued and name in _GLUED else {name: 0})


def ordered(packed: int) -> tuple[int, int]:
    """Return the two numbers of a packed pair."""
    return divmod(packed, _PACK)


def _whole(text: str) -> dict[str, int]:
    """Return the classes of a whole number, none for a long one."""
    if len(text) > _LONGEST:
        return {}
    value, size = int(text), len(text)
    fits = {
        "n31": size <= 2 and 1 <= value <= 31,
        "n12": size <= 2 and 1 <= value <= 12,
        "n24": size <= 2 and value <= 24,
        "n60": size == 2 and value < 60,
        "yy": size == 2,
        "lateyy": size == 2 and value > _MONTH_DAYS,
        "bigyy": size == 2 and value >= _BIG,
        "tens": size == 2 and value % 10 == 0,
        "n3": size == 3 and value > 0,
        "n4": size == 4 and 1000 <= value < 3000,
        "clock4": size == 4 and value < 2400 and value % 100 < 60,
        "plain": size == 4 and 1500 <= value < 2200,
        "count": 0 < value < 1000,
        "digits": True,
    }
    values = {name: value for name, fit in fits.items() if fit}
    if "clock4" in values:
        values["clock4"] = value // 100 * _PACK + value % 100
    return values


def _joined(text: str) -> dict[str, int]:
    """Return the classes of numbers that marks join: 26.9.2023, 10.30, "5,2014"."""
    parts = [part for part in _split(text) if part.isdecimal()]
    sizes = [len(part) for part in parts]
    numbers = [int(part) for part in parts]
    if len(parts) == 3 and "." in text and sizes in ([1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]):
        return {"dotted": (numbers[0] * 100 + numbers[1]) * _PACK + numbers[2]}
    if len(parts) == 3 and "." in text and sizes[0] == 4 and max(sizes[1:]) <= 2:
        return {"dotted": (numbers[2] * 100 + numbers[1]) * _PACK + numbers[0]}
    if len(parts) != 2:
        return {"digits": 0}
    if "." in text and sizes[0] <= 2 and sizes[1] == 2 and numbers[0] <= 24 and numbers[1] < 60:
        return {"hhmm": numbers[0] * _PACK + numbers[1], "digits": 0}
    if any(comma in text for comma in _COMMAS) and sizes[1] == 4 and 1 <= numbers[0] <= 31:
        return {"dayyear": numbers[0] * _PACK + numbers[1]}
    return {"digits": 0}


def _split(text: str) -> list[str]:
    """Return the parts of a number atom between its marks."""
    return "".join(c if c.isdecimal() else " " for c in text).split()


def register() -> None:
    """Give every kind of number and mark its letter, before patterns are compiled."""
    for sample in _SAMPLES:
        number_entry(sample)
    for value in (1, 10, 11, 13, 20, 21, 32, 100, 1000, 1010, 1200, 2000, 2014, 5000):
        spelled_entry(value, ordinal=False)
        spelled_entry(value, ordinal=True)
    for mark in _MARKS:
        mark_entry(mark, glued=False)
        mark_entry(mark, glued=True)
