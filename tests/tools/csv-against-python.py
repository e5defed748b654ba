#!/usr/bin/env python3
"""Compares the CSV reader with Python's csv module and with a reader written from its description.

    csv-against-python.py PROGRAM [--rounds N] [--seed S] [--real FOLDER]

PROGRAM is csv_print. A round makes 100 random files for each of four delimiters: well-formed ones,
soups of the characters that matter, and pieces of real files with damage. Every file of FOLDER
that ends in .csv or .csv.gz is compared as well. Prints what differs and a summary; the status is
1 if anything does.
"""

import argparse
import csv
import gzip
import io
import json
import os
import random
import subprocess
import sys
import tempfile

BLANKS = " \t"
ENCODINGS = {"utf-8": "utf-8", "windows-1252": "cp1252", "macintosh": "mac_roman"}
csv.field_size_limit(1 << 30)


class Fault(Exception):
    pass


def places(text):
    """Line and column of every character and of the end, both from 1."""
    line, column, found = 1, 1, []
    for i, character in enumerate(text):
        found.append((line, column))
        column += 1
        if character == "\n" or (character == "\r" and text[i + 1 : i + 2] != "\n"):
            line, column = line + 1, 1
    return found + [(line, column)]


def described(text, delimiter):
    """Rows of (text, quoted, line, column); the fault as (id, line, column) or None; and whether
    blanks stood around a quoted cell, which Python's module takes for a part of the text."""
    blanks = BLANKS.replace(delimiter, "")
    place, rows, i, padded = places(text), [], 0, False
    while i < len(text):
        j = i
        while j < len(text) and text[j] in blanks:
            j += 1
        if j == len(text) or text[j] in "\r\n":
            i = j + 1
            continue
        row = []
        while True:
            j = i
            while j < len(text) and text[j] in blanks:
                j += 1
            if j < len(text) and text[j] == '"':
                padded = padded or j > i
                opening, value, j = j, "", j + 1
                while True:
                    if j == len(text):
                        return rows, ("DAT05", *place[opening]), padded
                    if text[j] == '"' and text[j + 1 : j + 2] != '"':
                        break
                    j += text[j] == '"'
                    value += text[j]
                    j += 1
                row.append((value, True, *place[opening]))
                j += 1
                while j < len(text) and text[j] in blanks:
                    padded, j = True, j + 1
                if j < len(text) and text[j] not in delimiter + "\r\n":
                    return rows, ("DAT06", *place[j]), padded
            else:
                j = i
                while j < len(text) and text[j] not in delimiter + "\r\n":
                    if text[j] == '"':
                        return rows, ("DAT06", *place[j]), padded
                    j += 1
                row.append((text[i:j], False, *place[i]))
            i = j + 1
            if j >= len(text) or text[j] != delimiter:
                break
        rows.append(row)
    return rows, None if rows else ("DAT02", 0, 0), padded


def is_line_of_blanks(row):
    return len(row) == 0 or (len(row) == 1 and row[0].strip(BLANKS) == "")


def of_python(text, delimiter):
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return None, str(error)
    return [row for row in rows if not is_line_of_blanks(row)], None


def of_program(program, delimiter, encoding, names):
    command = [program, "-d", delimiter, "-e", encoding, *names]
    done = subprocess.run(command, capture_output=True, check=True)
    found = {}
    for line in done.stdout.split(b"\n"):
        kind, _, rest = line.partition(b" ")
        if kind == b"file":
            rows, said = [], []
            found[rest.decode()] = (rows, said)
        elif kind == b"row":
            rows.append([tuple(cell) for cell in json.loads(rest)])
        elif kind == b"said":
            said.append(json.loads(rest))
    return found


def judge(text, delimiter, rows, said, positions=True):
    """Raises Fault when the program's rows and messages are not as they should be."""
    if len(said) > 1:
        raise Fault("more than one message")
    fault = (said[0]["id"], said[0]["line"], said[0]["column"]) if said else None
    padded = True
    if positions:
        wanted, wanted_fault, padded = described(text, delimiter)
        if rows != wanted or fault != wanted_fault:
            raise Fault(f"wanted {wanted} {wanted_fault}")
    by_python, error = of_python(text, delimiter)
    plain = [[cell[0] for cell in row] for row in rows]
    plain = [row for row in plain if not is_line_of_blanks(row)]
    if fault is None and (not padded or not positions) and plain != by_python:
        raise Fault(f"Python has {error or by_python}")
    if fault and fault[0] == "DAT05" and not padded and error != "unexpected end of data":
        raise Fault(f"Python has {error or by_python}")
    # Python keeps a stray quotation mark of an unquoted cell; text behind a closing one it refuses.
    if fault and "closing" in said[0]["detail"] and not padded and not error:
        raise Fault(f"Python has {by_python}")


def well_formed(chance, delimiter):
    out = io.StringIO()
    for _ in range(chance.randrange(1, 8)):
        style = {"delimiter": delimiter, "lineterminator": chance.choice(["\n", "\r\n", "\r"])}
        style["quoting"] = chance.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
        letters = 'ab1 £\n\r",;\t|–'
        row = []
        for _ in range(chance.randrange(1, 6)):
            row.append("".join(chance.choice(letters) for _ in range(chance.randrange(0, 12))))
        csv.writer(out, **style).writerow(row)
    return out.getvalue()


def soup(chance, delimiter):
    letters = ["a", "£", " ", "\t", '"', '"', '""', "\n", "\r\n", "\r", ";", ","]
    letters += [delimiter, delimiter]
    return "".join(chance.choice(letters) for _ in range(chance.randrange(0, 40)))


def damaged(chance, delimiter, pieces):
    text = chance.choice(pieces)
    start = chance.randrange(0, len(text))
    text = text[start : start + chance.randrange(1, 400)].replace(",", delimiter)
    for _ in range(chance.randrange(0, 4)):
        at = chance.randrange(0, len(text) + 1)
        text = text[:at] + soup(chance, delimiter)[:2] + text[at + chance.randrange(0, 3) :]
    return text


def real_files(folder):
    """Name, text and the encoding to declare, of what is text at all."""
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith((".csv", ".csv.gz")):
                continue
            path = os.path.join(where, name)
            with (gzip.open if name.endswith(".gz") else open)(path, "rb") as file:
                data = file.read()
            if b"\0" in data:
                continue
            for encoding in ENCODINGS:
                try:
                    text = data.decode(ENCODINGS[encoding])
                except UnicodeDecodeError:
                    continue
                yield path, text.removeprefix("\ufeff"), encoding
                break


def report(name, text, delimiter, rows, said, fault):
    print(f"{name}, delimiter {delimiter!r}: {text[:2000]!r}\n  program: {str(rows)[:2000]} {said}")
    print(f"  {str(fault)[:2000]}")


def random_round(options, chance, pieces, folder):
    failures = accepted = 0
    for delimiter in ",;\t|":
        texts = {}
        for number in range(100):
            kinds = [well_formed, soup] + ([damaged] if pieces else [])
            kind = kinds[number % len(kinds)]
            extra = (pieces,) if kind is damaged else ()
            name = os.path.join(folder, str(number))
            text = kind(chance, delimiter, *extra)
            texts[name] = text
            with open(name, "wb") as file:
                file.write(b"\xef\xbb\xbf" * chance.randrange(0, 2) + text.encode())
        for name, (rows, said) in of_program(options.program, delimiter, "utf-8", texts).items():
            accepted += not said
            try:
                judge(texts[name], delimiter, rows, said)
            except Fault as fault:
                failures += 1
                report(name, texts[name], delimiter, rows, said, fault)
    return failures, accepted


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    failures = accepted = files = 0
    pieces = []
    for path, text, encoding in real_files(options.real) if options.real else ():
        pieces.append(text[:20000] or "a")
        found = of_program(options.program, ",", encoding, [path])
        rows, said = found[path]
        files += 1
        try:
            judge(text, ",", rows, said, positions=len(text) < 3000000)
        except Fault as fault:
            failures += 1
            report(path, text, ",", rows, said, fault)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.rounds):
            wrong, right = random_round(options, chance, pieces, folder)
            failures += wrong
            accepted += right
    print(
        f"{files} real files; {400 * options.rounds} random files, {accepted} of them well-formed; "
        f"{failures} read differently"
    )
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
