"""Small drawings: a skyline in flat colours, as a PNG picture with a palette."""

import random
import struct
import zlib
from collections.abc import Mapping
from typing import Any

SKY, GROUND, FIRST_BLOCK = 0, 1, 2
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def draw_skyline(settings: Mapping[str, Any], picture: Mapping[str, Any], start: str) -> bytes:
    """Return a PNG of `settings["width"]` by `settings["height"]` pixels.

    Blocks of random width and height stand on a strip of ground. `start` is the random start.
    """
    chance = random.Random(start)
    width, height = int(settings["width"]), int(settings["height"])
    sky = settings["sky"][int(chance.random() * len(settings["sky"]))]
    palette = [sky, settings["ground"], *settings["blocks"]]
    blocks = _blocks(chance, width, height, picture, len(settings["blocks"]))
    ground = height // 8
    rows: list[bytes] = []
    for line in range(height):
        above = height - ground - line
        if above <= 0:
            rows.append(bytes([GROUND]) * width)
        else:
            rows.append(b"".join(_piece(block, above) for block in blocks)[:width])
    return _png(width, height, palette, rows)


def _blocks(
    chance: random.Random, width: int, height: int, picture: Mapping[str, Any], colours: int
) -> list[tuple[int, int, int]]:
    """Return width, height and colour of each block from left to right."""
    mean = width // int(picture["buildings"])
    tallest = float(picture["tallest"]) * height
    blocks: list[tuple[int, int, int]] = []
    while sum(block[0] for block in blocks) < width:
        share = 0.25 + 0.75 * chance.random()
        colour = FIRST_BLOCK + int(chance.random() * colours)
        blocks.append((round(mean * (0.6 + 0.8 * chance.random())), round(share * tallest), colour))
    return blocks


def _piece(block: tuple[int, int, int], above: int) -> bytes:
    return bytes([block[2] if above <= block[1] else SKY]) * block[0]


def _png(width: int, height: int, palette: list[list[str]], rows: list[bytes]) -> bytes:
    """Return a PNG of 8 bits a pixel (ISO/IEC 15948): header, palette, data, end."""
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = bytes(int(part) for colour in palette for part in colour)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", data), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
