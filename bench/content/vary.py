#!/usr/bin/env python3
"""Makes the corpus from the seeds: authoring.tsv and held-back.tsv.

Two seeds in five, by the hash of their words, are held back together with all their variants. The
same seeds give the same corpus. An ordinary message varies in its names, days and sums; a violation
also in the ways in which people try to slip past a reader.

A line is: what it is (`ordinary` or a reason's code), the purpose, the origin, the business, the text.
"""
import hashlib
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent
ORDINARY, VIOLATIONS = 2000, 1000
PURPOSES = {
    "m": "marketing", "rr": "review-request", "mr": "maintenance-reminder", "fu": "follow-up",
    "re": "reply", "ac": "appointment-confirmation", "ar": "appointment-reminder", "js": "job-status",
    "in": "invoice", "pr": "payment-receipt", "otp": "one-time-passcode", "ew": "early-warning",
    "sa": "safety-advisory", "ec": "event-cancellation", "sv": "service", "cb": "reply",
}
SLOTS = {
    "n": ["Maria", "Tom", "Mrs. Chen", "DeShawn", "Priya", "Hank", "Ms. Cocker", "Mr. Dickson", "Fanny", "José"],
    "s": ["Kate", "Luis", "Ahmed", "Big Mike", "Dana", "Wojtek", "Randy", "Gay", "Rob", "Sam"],
    "day": ["Monday", "Tuesday", "Friday", "Sat 6/14", "Thu. Dec 4", "the 12th"],
    "time": ["9 am", "10:30", "2:15 PM", "4pm", "8:00 a.m."],
    "date": ["11/30", "Dec 15", "March 3rd", "1/6/2027", "the end of the month"],
    "month": ["October", "November", "January", "spring"],
    "amt": ["$89", "$149.50", "$1,240.00", "$35", "$419"],
    "phone": ["(512) 555-0100", "555-0147", "+1 512-555-0100", "512.555.0133"],
    "url": ["https://ada.example/x7", "pay.example.com/i/88", "book.example.com", "www.example.com/go"],
    "addr": ["12 Main St", "400 Butte Ave", "7 Gunn Hwy", "1188 Hancock Rd Apt 4"],
    "code": ["482913", "10423", "A-7741", "90210"],
    "car": ["Camry", "F-150", "Civic", "Beetle"],
    "pet": ["Rex", "Bella", "Mittens", "Trigger"],
    "city": ["Austin", "Milford", "Cedar Park"],
    "stop": [
        "Reply STOP to unsubscribe", "Reply STOP to opt out", "Txt STOP to end", "Text STOP to quit",
        "STOP to stop", "STOP=end", "Reply STOP to cancel.", "Stop2End", "To opt out reply STOP",
        "Reply END to stop", "Opt out: reply STOP", "Text STOP to unsub", "STOP to opt-out",
    ],
}
HOMOGLYPHS = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")
LEET = str.maketrans("aeiosAEIOS", "43105" + "43105")
ACCENTS = str.maketrans("aeiouyncAEIOU", "áèïõûýñçÂÉÎÖÚ")


def hashed(text):
    words = "".join(c for c in text.lower() if c.isalnum())
    return int(hashlib.sha256(words.encode()).hexdigest(), 16)


def fill(text, business, rng):
    for slot, words in SLOTS.items():
        while "{" + slot + "}" in text:
            text = text.replace("{" + slot + "}", rng.choice(words), 1)
    return text.replace("{biz}", business)


def in_words(text, change, least=4):
    """Changes every word of letters of that length, but for links and what must be read to opt out."""
    return " ".join(
        change(word) if len(re.sub(r"\W", "", word)) >= least and word.strip(".,!?:'").isalpha() else word
        for word in text.split(" "))


def spaced(text):
    """Spaces the letters of every second longer word."""
    longer = [word for word in text.split(" ") if len(word) >= 5 and word.isalpha()]
    chosen = set(longer[::2]) or {text.split(" ")[0]}
    words, last = [], False
    for word in text.split(" "):
        now = word in chosen and not last
        words.append(" ".join(word) if now else word)
        last = now
    return " ".join(words)


EVASIONS = [
    lambda text: text.upper(),
    lambda text: text.translate(ACCENTS),
    lambda text: in_words(text, lambda word: word[:2] + "\u200b" + word[2:]),
    lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    lambda text: text.translate(HOMOGLYPHS),
    spaced,
    lambda text: in_words(text, lambda word: word.translate(LEET), 5),
    lambda text: in_words(text, lambda word: ".".join(word), 5),
    lambda text: in_words(text, lambda word: word[:2] + "\u00ad" + word[2:]),
    lambda text: in_words(text, lambda word: word[:3] + "-" + word[3:], 5),
    lambda text: text.lower().replace("'", ""),
]
UNVARIED = {"sender-identity-mismatch"}
UNNAMED = {"sender-identity-mismatch", "impersonation", "content-misleading"}


def ordinary_seeds(files):
    for path in sorted((HERE / "seeds").glob(files)):
        sector, businesses = "", []
        for line in path.read_text().splitlines():
            if line.startswith("## "):
                sector, names = line[3:].split(": ", 1)
                businesses = names.split("; ")
            else:
                kind, text = line.split("|", 1)
                yield kind, businesses, text


def violation_seeds(file):
    code = ""
    for line in (HERE / "seeds" / file).read_text().splitlines():
        if line.startswith("## "):
            code = line[3:]
        elif not line.startswith("#"):
            kind, text = line.split("|", 1)
            yield code, kind, text


def ordinary(kind, businesses, text, rng):
    business = rng.choice(businesses).replace("{s}", "Dana")
    origin = "chatbot" if kind == "cb" else "api"
    return ("ordinary", PURPOSES[kind], origin, business, fill(text, business, rng))


def violation(code, kind, text, number, rng):
    business = rng.choice(["Ada Plumbing", "Bella Hair Studio", "Main Street Auto", "Green Acres Lawn Care"])
    text = fill(text, business, rng)
    if number > 0 and code not in UNVARIED:
        text = rng.choice(EVASIONS)(text)
    if code not in UNNAMED and (hashed(text) % 2 == 0 or kind):
        text = business + ": " + text
    if not kind:
        text += " Reply STOP to unsubscribe"
    origin = "chatbot" if kind == "cb" else "api"
    return (code, PURPOSES[kind or "m"], origin, business, text)


def grown(seeds, make, count):
    """Whole rounds over the seeds until there are enough different lines."""
    lines, seen, number = [], set(), 0
    while len(lines) < count:
        for seed in seeds:
            line = make(seed, number)
            if line not in seen and len(lines) < count:
                seen.add(line)
                lines.append((hashed(seed[-1]) % 5 < 2, line))
        number += 1
    return lines


def later(rng):
    """Messages written after the corpus was frozen: for authoring alone, each once."""
    for seed in ordinary_seeds("later-*ordinary.txt"):
        yield ordinary(*seed, rng)
    for seed in violation_seeds("later-violations.txt"):
        yield violation(*seed, 0, rng)


def main():
    rng = random.Random(2026)
    ordinaries, violations = list(ordinary_seeds("ordinary-*.txt")), list(violation_seeds("violations.txt"))
    lines = grown(ordinaries, lambda seed, number: ordinary(*seed, rng), ORDINARY)
    lines += grown(violations, lambda seed, number: violation(*seed, number, rng), VIOLATIONS)
    lines += [(False, line) for line in later(rng)]
    for name, wanted in (("authoring", False), ("held-back", True)):
        rows = ["\t".join(line) for held, line in lines if held == wanted]
        (HERE / (name + ".tsv")).write_text("\n".join(rows) + "\n")
        print(name, len(rows))


if __name__ == "__main__":
    main()
