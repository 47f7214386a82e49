"""The shipped rating policy, and changed copies of it."""

from pathlib import Path

import yaml

from generator.model.policy_records import RatingPolicy

FILE = Path(__file__).resolve().parents[2] / "content/framework/rating-policy.yml"


def shipped() -> RatingPolicy:
    return RatingPolicy.model_validate(yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader))
