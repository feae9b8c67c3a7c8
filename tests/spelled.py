"""Integers in words, spelled by tables of their own: Arabic in both genders and cases, English."""

from typing import Literal, NamedTuple

Gender = Literal["masculine", "feminine"]
Case = Literal["nominative", "oblique"]

_THREE_TO_TEN = {
    3: "ثلاث",
    4: "أربع",
    5: "خمس",
    6: "ست",
    7: "سبع",
    8: "ثماني",
    9: "تسع",
    10: "عشر",
}
_ONE = {"masculine": "واحد", "feminine": "واحدة"}
_TWO = {
    ("masculine", "nominative"): "اثنان",
    ("masculine", "oblique"): "اثنين",
    ("feminine", "nominative"): "اثنتان",
    ("feminine", "oblique"): "اثنتين",
}
_TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_TENS_ENDING = {"nominative": "ون", "oblique": "ين"}
_SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
)


class Style(NamedTuple):
    """How a number is spelled.

    gender: of what is counted. hundred: the spelling of 100. fused: ثلاثمئة, not ثلاث مئة.
    tanwin: the accusative ending of scales after 11 to 99 is written.
    """

    gender: Gender = "masculine"
    case: Case = "nominative"
    hundred: str = "مئة"
    fused: bool = True
    tanwin: bool = True


def in_arabic(number: int, style: Style) -> str:
    """Return a positive integer below 10^15 in Arabic words."""
    parts = []
    for size, one, many in _SCALES:
        count, number = divmod(number, size)
        if count:
            parts.append(_scaled(count, one, many, style))
    if number:
        parts.append(_below_thousand(number, style))
    return " و".join(parts)


def _scaled(count: int, one: str, many: str, style: Style) -> str:
    if count == 1:
        return one
    if count == 2:
        return one + ("ان" if style.case == "nominative" else "ين")
    words = _below_thousand(count, style._replace(gender="masculine"))
    last = count % 100
    if 3 <= last <= 10:
        return f"{words} {many}"
    return f"{words} {one}{'ا' if last > 10 and style.tanwin else ''}"


def _below_thousand(number: int, style: Style) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [_hundreds(hundreds, style)] if hundreds else []
    if rest:
        parts.append(_below_hundred(rest, style))
    return " و".join(parts)


def _hundreds(count: int, style: Style) -> str:
    if count == 1:
        return style.hundred
    if count == 2:
        return style.hundred[:-1] + ("تان" if style.case == "nominative" else "تين")
    stem = _THREE_TO_TEN[count]
    if style.fused:
        return stem.removesuffix("ي") + style.hundred
    return f"{stem} {style.hundred}"


def _below_hundred(number: int, style: Style) -> str:
    if number <= 10:
        return _one_to_ten(number, style)
    tens, ones = divmod(number, 10)
    if tens == 1:
        return _teen(ones, style)
    ten = _TENS[tens] + _TENS_ENDING[style.case]
    if not ones:
        return ten
    if ones == 1 and style.gender == "feminine":
        return f"إحدى و{ten}"
    return f"{_one_to_ten(ones, style)} و{ten}"


def _one_to_ten(number: int, style: Style) -> str:
    if number == 1:
        return _ONE[style.gender]
    if number == 2:
        return _TWO[style.gender, style.case]
    return _opposed(_THREE_TO_TEN[number], style.gender)


def _opposed(stem: str, gender: Gender) -> str:
    """Return three to ten, whose gender is the other one of what they count."""
    return stem + "ة" if gender == "masculine" else stem


def _teen(ones: int, style: Style) -> str:
    ten = "عشر" if style.gender == "masculine" else "عشرة"
    if ones == 1:
        return f"{'أحد' if style.gender == 'masculine' else 'إحدى'} {ten}"
    if ones == 2:
        return f"{_TWO[style.gender, style.case][:-1]} {ten}"
    return f"{_opposed(_THREE_TO_TEN[ones], style.gender)} {ten}"


_EN_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_SCALES = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)


def in_english(number: int, *, conjunction: bool, hyphen: str) -> str:
    """Return a positive integer below 10^15 in English words.

    conjunction: British "and" before the last two digits. hyphen: between tens and ones.
    """
    parts = []
    for size, name in _EN_SCALES:
        count, number = divmod(number, size)
        if count:
            parts.append(f"{_en_below_thousand(count, conjunction, hyphen)} {name}")
    if number:
        last = "and " if parts and number < 100 and conjunction else ""
        parts.append(last + _en_below_thousand(number, conjunction, hyphen))
    return " ".join(parts)


def _en_below_thousand(number: int, conjunction: bool, hyphen: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_EN_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        small = _EN_SMALL[rest] if rest < 20 else _en_tens(rest, hyphen)
        words.append(f"and {small}" if words and conjunction else small)
    return " ".join(words)


def _en_tens(number: int, hyphen: str) -> str:
    tens, ones = divmod(number, 10)
    return _EN_TENS[tens - 2] + (f"{hyphen}{_EN_SMALL[ones]}" if ones else "")
