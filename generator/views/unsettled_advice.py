"""What is not settled in the advice to a city: not checked, suppressed, without a finding."""

from collections.abc import Sequence

from generator.assessment.advice.condition_evaluation import deciding_leaves
from generator.assessment.advice.proposals import SUPPRESSED, UNCHECKED, CityAdvice, Proposal
from generator.assessment.results import NOT_COLLECTED
from generator.frozen import dataclass
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Lines, ListItem
from generator.views.city_advice import title_link
from generator.views.condition_answers import because, needed
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Where the chain from a finding to a recommendation is open.

    `uncollected`: how many recommendations wait for figures alone that nobody looked for.
    `unanswered`: areas with weak indicators, of which no recommendation speaks. `unfounded`:
    recommendations of the city's editors without a finding.
    """

    suppressed: Table
    unanswered: list[ListItem]
    unfounded: list[str]
    unchecked: Table
    uncollected: str

    def __bool__(self) -> bool:
        """Return whether anything is open."""
        tables = (self.suppressed, self.unchecked)
        return any((*tables, self.unanswered, self.unfounded, self.uncollected))


def unsettled(site: Site, city: City, advice: CityAdvice) -> Unsettled:
    """Return what is open in the advice to a city."""
    unchecked = advice.in_state(UNCHECKED)
    waiting = [proposal for proposal in unchecked if _waits(proposal)]
    return Unsettled(
        suppressed=_suppressed(site, city, advice),
        unanswered=_unanswered(site, advice),
        unfounded=[advice.own[name].title for name in advice.unfounded],
        unchecked=_unchecked(site, [one for one in unchecked if one not in waiting]),
        uncollected=site.say("advice.uncollected", n=len(waiting)) if waiting else "",
    )


def _waits(proposal: Proposal) -> bool:
    """Return whether all that is missing to check a proposal was never looked for."""
    return all(leaf.found.reason == NOT_COLLECTED for leaf in proposal.needs)


def _suppressed(site: Site, city: City, advice: CityAdvice) -> Table:
    """Return what the figures call for, but something else speaks against, with that."""

    def reasons(proposal: Proposal) -> Lines:
        leaves = deciding_leaves(proposal.unless) if proposal.unless else ()
        return Lines(tuple(because(site, city.id, leaf).text for leaf in leaves))

    columns = [_title(site), Column[Proposal]("because", site.say("because"), reasons)]
    proposals = [proposal for proposal in advice.in_state(SUPPRESSED) if proposal.when.result]
    return lay_out(site.say("caption.suppressed"), columns, proposals)


def _unchecked(site: Site, proposals: Sequence[Proposal]) -> Table:
    """Return what could not be checked, with what is missing to do so."""

    def needs(proposal: Proposal) -> Lines:
        return Lines(tuple(dict.fromkeys(needed(site, leaf) for leaf in proposal.needs)))

    columns = [_title(site), Column[Proposal]("needs", site.say("needs"), needs)]
    return lay_out(site.say("caption.unchecked"), columns, proposals)


def _title(site: Site) -> Column[Proposal]:
    return Column(
        "recommendation", site.say("recommendation"), lambda proposal: title_link(site, proposal)
    )


def _unanswered(site: Site, advice: CityAdvice) -> list[ListItem]:
    framework = site.publication.framework
    return [
        ListItem(
            framework.area_of[area].name,
            targets.area(area),
            text=site.language.enumerate(framework.indicators[name].name for name in weak),
        )
        for area, weak in advice.unanswered.items()
    ]
