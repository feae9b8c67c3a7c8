"""How two values of one question stand to each other."""

from typing import Literal

# `compatible` values fit, though they are not told alike; of `incomparable` ones nothing is known.
Relation = Literal["equal", "compatible", "different", "incomparable"]
