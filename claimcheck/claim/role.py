"""Who does what to whom in the event of a claim."""

from claimcheck.claim.scene import Scene, identities
from claimcheck.model.mention import Part, Trigger


def roles(scene: Scene, trigger: Trigger | None) -> tuple[tuple[Part, str], ...]:
    """Return the parts of those who take part in an event, where the article's words tell, sorted.

    One who would play both parts plays none.
    """
    if trigger is None:
        return ()
    taking_part = {entity.span: entity for entity in scene.participants}
    found = {
        (role.part, identity)
        for role in scene.roles
        if role.event == trigger.span and role.entity in taking_part
        for identity in identities([taking_part[role.entity]])
    }
    other: dict[Part, Part] = {"agent": "patient", "patient": "agent"}
    return tuple(sorted((part, who) for part, who in found if (other[part], who) not in found))
