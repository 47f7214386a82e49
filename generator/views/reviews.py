"""An annual review: findings, decisions, what became of recommendations and actions."""

from generator.assessment.programme.plan_progress import FollowUp
from generator.assessment.programme.review_states import ReviewResult, Step
from generator.frozen import dataclass
from generator.model.city_records import Review
from generator.model.publication import City
from generator.views import targets
from generator.views.action_plan import progress_text
from generator.views.cell import Cell, Link, Missing
from generator.views.linked_cells import recommendation_cell, source_cell
from generator.views.names_in_sentences import areas_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


@dataclass(frozen=True, slots=True)
class Finding:
    """What a review found, and in which areas."""

    text: str
    areas: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided in a review, and on which actions."""

    text: str
    actions: tuple[Link, ...]


def findings(site: Site, review: Review) -> list[Finding]:
    return [
        Finding(finding.text, areas_text(site, finding.areas) if finding.areas else "")
        for finding in review.findings
    ]


def decisions(city: City, follow_up: FollowUp, review: Review) -> list[DecisionRow]:
    """Return the decisions, each with the actions of the plan that it concerns."""
    actions = follow_up.plan.actions if follow_up.plan else {}
    return [
        DecisionRow(
            decision.text,
            tuple(
                Link(actions[name].title, targets.action(city.id, name))
                for name in decision.actions
                if name in actions
            ),
        )
        for decision in review.decisions
    ]


def reviewed_recommendations(site: Site, city: City, review: Review, result: ReviewResult) -> Table:
    """Return every recommendation reviewed, with its state before and now."""
    steps, stated, say = result.recommendations, review.recommendations, site.say
    vocabulary = "implementation-state"
    columns: list[Column[str]] = [
        Column(
            "recommendation",
            say("recommendation"),
            lambda name: recommendation_cell(site, city, name),
        ),
        Column("before", say("review.before"), lambda name: _before(site, vocabulary, steps[name])),
        Column("now", say("review.now"), lambda name: site.word(vocabulary, steps[name].state)),
        Column("note", say("note"), lambda name: stated[name].note or ""),
        Column("source", say("source"), lambda name: source_cell(city, stated[name].evidence)),
    ]
    return lay_out(say("caption.review-recommendations"), columns, steps)


def reviewed_actions(
    site: Site, city: City, follow_up: FollowUp, review: Review, result: ReviewResult
) -> Table:
    """Return every action reviewed, with its status before and then."""
    actions = follow_up.plan.actions if follow_up.plan else {}
    steps, stated, say = result.actions, review.actions, site.say
    vocabulary = "action-status"

    def link(name: str) -> Link:
        title = actions[name].title if name in actions else name
        return Link(title, targets.action(city.id, name))

    columns: list[Column[str]] = [
        Column("action", say("action"), link),
        Column("before", say("review.before"), lambda name: _before(site, vocabulary, steps[name])),
        Column("now", say("review.now"), lambda name: site.word(vocabulary, steps[name].state)),
        Column(
            "progress",
            say("progress"),
            lambda name: progress_text(site, stated[name].progress_pct),
            number=True,
        ),
        Column("note", say("note"), lambda name: stated[name].note or ""),
    ]
    return lay_out(say("caption.review-actions"), columns, steps)


def _before(site: Site, vocabulary: str, step: Step) -> Cell:
    if step.previous is None:
        return Missing(site.say("review.not-before"))
    return site.word(vocabulary, step.previous)
