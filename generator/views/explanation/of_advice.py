"""How a recommendation came to be proposed, or not: its condition leaf by leaf, its priority."""

from collections.abc import Iterator

from generator.assessment.advice.condition_evaluation import Evaluation, Known, Leaf, Truth
from generator.assessment.advice.proposals import Proposal, weight_of
from generator.model.condition_records import Condition
from generator.model.publication import City
from generator.views import targets
from generator.views.condition_answers import found_text
from generator.views.condition_words import Joint, Question, question
from generator.views.explanation.lines import (
    STEP_DECIMALS,
    Line,
    Part,
    place_of,
    setting_line,
    source_of,
)
from generator.views.site import Site
from generator.views.targets import NOWHERE
from generator.views.urgency_words import level_text
from generator.views.values import observable_name

TRUTHS = {True: "holds", False: "fails", None: "unknown"}


def advice_parts(site: Site, city: City, proposal: Proposal) -> tuple[Part, ...]:
    """Return the conditions of a recommendation as evaluated, then its priority if they hold."""
    record = site.publication.recommendations[proposal.recommendation]
    parts = [_condition_part(site, city, "when", record.when, proposal.when)]
    if record.unless is not None and proposal.unless is not None:
        parts.append(_condition_part(site, city, "unless", record.unless, proposal.unless))
    if proposal.when.result:
        parts.append(_priority_part(site, city, proposal))
    return tuple(parts)


def _condition_part(
    site: Site, city: City, role: str, condition: Condition, evaluation: Evaluation
) -> Part:
    return Part(
        heading=site.say(f"checked.{role}"),
        formula="",
        lines=tuple(_checked(site, city, question(site, condition), evaluation, 0)),
        exact="",
        printed=truth_text(site, evaluation.result),
    )


def _checked(
    site: Site, city: City, asked: Question, evaluation: Evaluation, depth: int
) -> Iterator[Line]:
    """Yield a question with its result, and below a joint its parts one deeper."""
    truth = truth_text(site, evaluation.result)
    if isinstance(asked, Joint):
        yield Line(asked.word, truth, depth=depth)
        for part, result in zip(asked.parts, evaluation.parts, strict=True):
            yield from _checked(site, city, part, result, depth + 1)
    elif evaluation.leaf is not None:
        yield _leaf_line(site, city, evaluation.leaf, asked.text, truth, depth)


def _leaf_line(site: Site, city: City, leaf: Leaf, asked: str, truth: str, depth: int) -> Line:
    """Return what a leaf asked, whether it holds, what was found, and in which line of a file."""
    computed = leaf.facet == "score" and leaf.found.value is not None
    return Line(
        name=asked,
        number=truth,
        detail=found_text(site, city.id, leaf),
        place=place_of(site, leaf.found.file, leaf.found.line),
        source=source_of(site, city, leaf.found.source),
        target=targets.how(city.id, leaf.name) if computed else NOWHERE,
        depth=depth,
    )


def _priority_part(site: Site, city: City, proposal: Proposal) -> Part:
    urgencies = site.results[city.id].urgencies
    rated = [leaf.name for leaf in proposal.triggers if leaf.name in urgencies]
    lines = (
        [
            Line(
                observable_name(site, name),
                site.language.number(urgencies[name].urgency, STEP_DECIMALS),
                target=targets.how(city.id, name),
            )
            for name in dict.fromkeys(rated)
        ]
        if rated
        else _assumed(site, city, proposal)
    )
    return Part(
        heading=site.say("priority"),
        formula=site.say("formula.priority" if rated else "formula.priority-assumed"),
        lines=tuple(lines),
        exact=site.language.number(proposal.priority),
        printed=level_text(site, proposal.priority, proposal.level),
    )


def _assumed(site: Site, city: City, proposal: Proposal) -> list[Line]:
    """Return the gap that the policy assumes, and the importance of each figure meant."""
    publication = site.publication
    policy = publication.framework.policy.urgency
    known = Known(city, site.results[city.id])
    meant = [leaf.name for leaf in proposal.triggers]
    names = meant or publication.recommendations[proposal.recommendation].indicators
    return [
        setting_line(site, "urgency.assumed_gap", policy.assumed_gap),
        *(
            Line(
                observable_name(site, name),
                site.language.number(weight_of(publication.framework, known, name)),
                site.say("urgency.importance"),
            )
            for name in dict.fromkeys(names)
        ),
    ]


def truth_text(site: Site, truth: Truth) -> str:
    return site.say(f"checked.{TRUTHS[truth]}")
