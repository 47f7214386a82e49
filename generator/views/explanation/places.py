"""Transitional."""


def computed_folder(city: str, subject: str = "") -> str:
    return f"cities/{city}/computed" + ("/areas" if "/" in subject else "")
