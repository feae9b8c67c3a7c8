"""Feasts whose days are fixed in a calendar or follow from Easter."""

from claimcheck.annotate.dates.date_calendar import Reference, yearly
from claimcheck.annotate.dates.date_grammar import Parts
from claimcheck.annotate.dates.date_hijri import hijri_days, hijri_year
from claimcheck.annotate.dates.date_spans import DAY, Stretch, calendar_stretch
from claimcheck.annotate.dates.date_words import FEASTS
from claimcheck.model.day import day, edtf_day, weekday

_FIXED = {
    "new_year": (1, 1), "new_year_eve": (12, 31), "epiphany": (1, 6), "valentine": (2, 14),
    "womens_day": (3, 8), "nowruz": (3, 21), "labour_day": (5, 1), "halloween": (10, 31),
    "christmas_eve": (12, 24), "christmas": (12, 25), "boxing_day": (12, 26),
    "eastern_christmas": (1, 7), "australia_day": (1, 26), "groundhog_day": (2, 2),
    "st_patrick": (3, 17), "april_fools": (4, 1), "earth_day": (4, 22), "anzac_day": (4, 25),
    "juneteenth": (6, 19), "canada_day": (7, 1), "bastille_day": (7, 14), "bonfire_night": (11, 5),
    "veterans_day": (11, 11), "aids_day": (12, 1),
}  # fmt: skip
# Days after Easter Sunday of the Western churches.
_EASTER = {
    "ash_wednesday": -46, "palm_sunday": -7, "good_friday": -2, "easter": 0, "easter_monday": 1,
    "pentecost": 49,
}  # fmt: skip
# Month, weekday, the how manieth, and the days after that.
_NTH = {
    "king_day": (1, 0, 3, 0), "presidents_day": (2, 0, 3, 0), "fathers_day": (6, 6, 3, 0),
    "labor_day": (9, 0, 1, 0), "columbus_day": (10, 0, 2, 0), "thanksgiving": (11, 3, 4, 0),
    "cyber_monday": (11, 3, 4, 4),
}  # fmt: skip
# Month and day of the Islamic year.
_ISLAMIC = {
    "islamic_new_year": (1, 1), "ashura": (1, 10), "mawlid": (3, 12), "isra": (7, 27),
    "eid_fitr": (10, 1), "arafah": (12, 9), "eid_adha": (12, 10),
}  # fmt: skip
_SIGHTING = 1  # the moon may be seen a day earlier or later


def feast(parts: Parts, ref: Reference) -> Stretch | None:
    """Return the day of a feast, of the year that is said or the nearest that fits."""
    name = FEASTS[parts["feast"]]
    return yearly(lambda year: _day_of(_of_year(name, year), parts.get("nth", 1)), parts, ref)


def _day_of(start: Stretch, number: int) -> Stretch:
    """Return the Nth day of a feast of several days."""
    if number < 1 or start.first is None or start.last is None:
        return Stretch(None, None, DAY)
    more = number - 1
    middle = (start.first + start.last) // 2 + more
    moved = start._replace(first=start.first + more, last=start.last + more)
    return moved._replace(edtf=edtf_day(middle)) if start.edtf else moved


def _of_year(name: str, year: int) -> Stretch:
    """Return the day of a feast in a Gregorian year."""
    if name in _ISLAMIC:
        return _islamic(name, year)
    if name in _FIXED:
        return calendar_stretch(year, *_FIXED[name])
    if name in _EASTER:
        number = _easter(year) + _EASTER[name]
    else:
        month, wanted, nth, more = _NTH[name]
        first = day(year, month, 1)
        number = first + (wanted - weekday(first)) % 7 + 7 * (nth - 1) + more
    return Stretch(number, number, DAY)


def _islamic(name: str, year: int) -> Stretch:
    """Return the last day with a feast's Islamic date in a year, give or take a day."""
    last = day(year, 12, 31)
    for hijri in (hijri_year(last), hijri_year(last) - 1):
        days = hijri_days(hijri, *_ISLAMIC[name])
        if days and days[0] <= last:
            middle = (days[0] + days[1]) // 2
            low, high = min(days[0], middle - _SIGHTING), max(days[1], middle + _SIGHTING)
            return Stretch(low, high, DAY, approximate=True, edtf=edtf_day(middle))
    return Stretch(None, None, DAY)


def _easter(year: int) -> int:
    """Return Easter Sunday of the Gregorian calendar, by the rule of its moons."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return day(year, month, offset + 28 - 31 * (month // 4))
