"""From folders to a published site: what is done first, and whether anything is to be done.

Nothing that only making needs is imported before something has changed. An error in any city
ends the build; what was built before stays until the new build is whole.
"""

from dataclasses import replace
from pathlib import Path

from generator.making.choices import Built, Choices, Observer
from generator.making.former_build import FormerBuild, read_former
from generator.making.inputs import recipe, take_stock
from generator.outputs.store.output_folder import inputs_of
from generator.outputs.store.staging import staged


def build(root: Path, output: Path, observer: Observer, choices: Choices) -> Built:
    """Build what the folders below `root` give.

    Limited to some cities, only these are read and renewed, with their pages; all else stays.

    Raises:
        OutputRefused: the build cannot go to `output`, or is not what it was meant to be.
        NotTypeset: a publication cannot be set.
        NotMade: a template cannot be used.
        OSError: the machine cannot write it. Whatever was raised, the former build stands.
    """
    with staged(output, inputs_of(root)) as staging:
        former, settled = (FormerBuild(), 0) if choices.anew else read_former(output)
        inputs = take_stock(root, former.inputs, settled)
        now = replace(former, recipe=recipe(inputs, choices.pdf), inputs=inputs)
        sound = former.without_damaged(staging.standing())
        known = set(choices.cities) <= former.cities.keys() and former.recipe == now.recipe
        if known and former.cities == now.cities and sound is former:
            observer.tell("0 files new or changed")
            return Built(former.standing, former.waived, former.pages)
        from generator.making.renewal import Refused, Renewal
        from generator.making.template_faults import told_templates
        from generator.making.work import working

        try:
            with working(choices.jobs, observer.advance) as work, told_templates():
                return Renewal(root, staging, observer, choices, work, sound, now).make()
        except Refused:
            from generator.making.checking import check

            checked = check(root, choices.cities)
            return Built(checked.problems, checked.waived, None)
