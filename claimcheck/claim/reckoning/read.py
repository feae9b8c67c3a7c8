"""One article's mentions -> the reckonings that its words make."""

from claimcheck.claim.reckoning.averages import of_averages
from claimcheck.claim.reckoning.balances import of_balances
from claimcheck.claim.reckoning.days import of_days
from claimcheck.claim.reckoning.groups import of_groups
from claimcheck.claim.reckoning.growth import of_growth
from claimcheck.claim.reckoning.lengths import of_lengths
from claimcheck.claim.reckoning.levels import of_levels
from claimcheck.claim.reckoning.page import page
from claimcheck.claim.reckoning.remains import of_remains
from claimcheck.claim.reckoning.shares import of_shares
from claimcheck.claim.reckoning.spells import of_spells
from claimcheck.claim.reckoning.stays import of_stays
from claimcheck.claim.reckoning.sums import of_sums
from claimcheck.claim.reckoning.weekdays import of_weekdays
from claimcheck.model.mention import Annotation
from claimcheck.model.reckoning import Reckoning
from claimcheck.model.text import Article


def reckonings_of(article: Article, text: str, annotation: Annotation) -> tuple[Reckoning, ...]:
    """Return the numbers and days of an article that must fit one another, by position."""
    told = page(article, text, annotation)
    found = [reckoning for reader in _READERS for reckoning in reader(told)]
    return tuple(sorted(found, key=_position))


_READERS = (
    *(of_weekdays, of_days, of_sums, of_groups, of_remains, of_shares),
    *(of_lengths, of_spells, of_stays, of_growth, of_levels, of_averages, of_balances),
)


def _position(reckoning: Reckoning) -> tuple[int, str]:
    return min(term.span.start for term in reckoning.terms), reckoning.relation
