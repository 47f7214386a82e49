"""From folders to a published site: what is done first, and whether anything is to be done.

Nothing that only making needs is imported before something has changed. An error in any city
ends the build; what was built before stays until the new build is whole.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import resources
from generator.making.choices import Built, Choices, NotMade, Observer, Refused
from generator.making.former_build import FormerBuild, read_former
from generator.making.garbage_collection import collecting_seldom, without_collecting
from generator.making.inputs import UNKNOWN, Inputs, recipe, settle, take_stock
from generator.outputs.store.output_folder import inputs_of
from generator.outputs.store.staging import staged

if TYPE_CHECKING:
    from generator.making.work import Work


def build(root: Path, output: Path, observer: Observer, choices: Choices) -> Built:
    """Build what the folders below `root` give.

    Limited to some cities, only these are read and renewed, with their pages; all else stays.

    Raises:
        OutputRefused: the build cannot go to `output`, or is not what it was meant to be.
        NotTypeset: a publication cannot be set.
        NotMade: a template or a cluster cannot be used, or an input was changed while it was read.
        OSError: the machine cannot write it. Whatever was raised, the former build stands.
    """
    with staged(output, inputs_of(root)) as staging:
        with without_collecting():
            former, settled = (FormerBuild(), 0) if choices.anew else read_former(output)
            inputs = take_stock(root, former.inputs, settled)
            now = replace(former, recipe=recipe(inputs, choices.pdf), inputs=inputs)
            sound = former.without_damaged(staging.standing())
        known = set(choices.cities) <= former.cities.keys() and former.recipe == now.recipe
        if known and former.cities == now.cities and sound is former:
            observer.tell("0 files new or changed")
            return Built(former.standing, former.waived, former.pages)
        from generator.making.renewal import Renewal
        from generator.making.template_faults import told_templates

        try:
            with _working(root, observer, choices) as work, told_templates(), collecting_seldom():
                return Renewal(root, staging, observer, choices, work, sound, now).make()
        except Refused:
            from generator.making.checking import check

            checked = check(root, choices.cities)
            if not checked.errors:
                _tell_changes(root, inputs)
            return Built(checked.problems, checked.waived, None)
        except Exception:  # whatever it was, an input that changed in between may be its cause
            _tell_changes(root, inputs)
            raise


def _working(root: Path, observer: Observer, choices: Choices) -> AbstractContextManager["Work"]:
    """Return the work of whoever was chosen: processes of this machine, or a cluster."""
    from generator.making.work import working

    if not choices.cluster:
        return working(choices.jobs, observer.advance)
    if resources.is_shipped_only():
        raise NotMade("A cluster makes a publication with its own theme and labels only.")
    if resources.added_fonts():
        raise NotMade("A cluster does not have the fonts of --font-path; leave one of both out.")
    try:
        from generator.making.cluster import working_on_cluster  # brings Dask
    except ModuleNotFoundError as problem:
        raise NotMade(
            f'A cluster needs Dask: pip install "city-profiles[cluster]" ({problem}).'
        ) from None
    return working_on_cluster(choices.cluster, root, observer.advance)


def _tell_changes(root: Path, inputs: Inputs) -> None:
    """Say which input was changed while it was read, if any was: nothing else is then certain."""
    changed = [file for file, state in settle(root, inputs).items() if state == UNKNOWN]
    if changed:
        others = f" and {len(changed) - 1} others" if changed[1:] else ""
        raise NotMade(f"{changed[0]}{others} changed while it was read; build again.") from None
