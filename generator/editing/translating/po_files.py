"""What is open in a language as a PO file, and a filled one as changes of files."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from generator.editing.file_changes import FileChange
from generator.editing.translating.language_files import OwnTexts, changes_of
from generator.frozen import dataclass
from generator.language.ledger import LABELS, Entry, State, english_labels, ledger
from generator.language.translated import kind_of
from generator.model.publication import Publication
from generator.model.published_codes import plural_forms
from generator.model.retold import mark_of

COUNT = "{n}"
"""What a label counts by: another language may have forms where English has none."""


class NotPo(ValueError):
    """A file that is no PO file of the language."""


@dataclass(frozen=True)
class Taken:
    """What a filled file brings: changes of files, how many texts, and the contexts left aside."""

    changes: tuple[FileChange, ...]
    texts: int
    left: tuple[str, ...]


def to_translate(content: Publication, code: str) -> bytes:
    """Return a PO file of what is missing or stale in a language, stale texts marked as fuzzy.

    What stands in several rows or records, such as an author, is asked for once.
    """
    catalog = Catalog(locale=Locale.parse(code), project=content.record.title, fuzzy=False)
    asked: set[tuple[str, str]] = set()
    for entry in ledger(content, code):
        same = (kind_of(entry.name), entry.english)
        if entry.state is State.DONE or (entry.file != LABELS and same in asked):
            continue
        asked.add(same)
        for context, english, own in _messages(content, code, entry):
            if _is_idle(content, entry, context):
                continue
            fuzzy = ["fuzzy"] if entry.state is State.STALE and own else []
            catalog.add(english, own if fuzzy else "", context=context, flags=fuzzy)
    written = io.BytesIO()
    write_po(written, catalog, width=0, omit_header=False)
    return written.getvalue()


def _is_idle(content: Publication, entry: Entry, context: str) -> bool:
    """Return whether nobody is asked for a message: forms of what counts nothing, one of a count.

    A language that needs forms nevertheless may bring them.
    """
    if entry.file != LABELS:
        return False
    label = _label(content, entry.name)
    has_forms = isinstance(label, Mapping) or COUNT in label
    return has_forms != (context.count("#") > 1)


def _messages(content: Publication, code: str, entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield the messages of a text: context, English, and what stands for it now."""
    if entry.file != LABELS:
        yield f"{entry.file}#{entry.name}", entry.english, entry.own
        return
    label, own = _label(content, entry.name), content.labels.get(code, {}).get(entry.name, "")
    forms = label if isinstance(label, Mapping) else {"other": str(label)}
    if not isinstance(label, Mapping):
        yield f"{LABELS}#{entry.name}", str(label), str(own)
    for form in plural_forms(code):
        now = own.get(form, "") if isinstance(own, Mapping) else own
        yield f"{LABELS}#{entry.name}#{form}", str(forms.get(form, forms["other"])), str(now)


def _label(content: Publication, key: str) -> Any:
    return english_labels(content)[key]


def taken_in(content: Publication, code: str, data: bytes, files: Mapping[str, str]) -> Taken:
    """Return what a filled PO file changes; `files` are the texts of files that there are.

    A message without a translation, one marked as fuzzy, and one whose English is no longer that
    of the publication are left aside.

    Raises:
        NotPo: the data are no PO file.
    """
    try:
        catalog = read_po(io.BytesIO(data), locale=code, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as fault:
        raise NotPo(str(fault)) from None
    known = {
        context: (entry, english)
        for entry in ledger(content, code)
        for context, english, _ in _messages(content, code, entry)
    }
    own, left, texts = OwnTexts(code), [], 0
    for message in catalog:
        context = message.context or ""
        if not message.id or not message.string or message.fuzzy:
            continue
        if context not in known or known[context][1] != message.id:
            left.append(context)
            continue
        entry, texts = known[context][0], texts + 1
        own.add(entry, context, str(message.string), mark_of(entry.english))
    return Taken(tuple(changes_of(content, own, files)), texts, tuple(left))
