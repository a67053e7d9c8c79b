#!/usr/bin/env python3
"""Makes the corpus from the seeds: authoring.tsv and held-back.tsv.

Every third seed, by the hash of its words, is held back together with all its variants. The same
seeds give the same corpus. A variant never changes what a reply asks for.
"""
import hashlib
import pathlib
import random

HERE = pathlib.Path(__file__).parent
OPENINGS = {
    "en": ["Hi, ", "Hello. ", "Hey, ", "Good morning. ", "Ugh. ", "Ok. ", "Sorry, "],
    "es": ["Hola, ", "Buenos dias. ", "Oiga, ", "Disculpe, "],
    "fr": ["Bonjour, ", "Salut, "], "pt": ["Oi, ", "Bom dia. "], "de": ["Hallo, ", "Guten Tag. "],
    "it": ["Ciao, ", "Buongiorno. "], "ht": ["Bonjou, "], "vi": ["Xin chào, "], "tl": ["Hi po, "],
    "zh": ["你好，"], "ar": ["مرحبا، "], "ru": ["Здравствуйте, "],
}
CLOSINGS = {
    "en": [" Thanks", ". Thank you!", "!!!", " 🙏", " 😡", ". Have a nice day", " ok?", " lol", " - Tom"],
    "es": [" Gracias", ". Muchas gracias", "!!!", " 🙏", " por favor"],
    "fr": [" merci", " svp"], "pt": [" obrigado", " por favor"], "de": [" danke", " bitte"],
    "it": [" grazie"], "ht": [" mèsi"], "vi": [" cảm ơn"], "tl": [" salamat po"],
    "zh": ["，谢谢"], "ar": [" شكرا"], "ru": [", спасибо"],
}
COUNTS = {"en": 2, "es": 2}


def is_held_back(text):
    words = "".join(c for c in text.lower() if c.isalnum())
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % 3 == 0


def misspelt(text, rng):
    words = text.split(" ")
    long = [i for i, w in enumerate(words) if len(w) >= 6 and w.isalpha() and w.isascii()]
    if not long:
        return text.upper()
    i = rng.choice(long)
    at = rng.randrange(1, len(words[i]) - 2)
    w = words[i]
    words[i] = w[:at] + w[at + 1] + w[at] + w[at + 2:] if rng.random() < 0.5 else w[:at] + w[at + 1:]
    return " ".join(words)


def variants(language, text, rng):
    kinds = [
        lambda: text.upper(),
        lambda: text.lower().rstrip(".!?"),
        lambda: rng.choice(OPENINGS[language]) + text,
        lambda: text + rng.choice(CLOSINGS[language]),
        lambda: misspelt(text, rng),
    ]
    short = len(text) <= 3
    rng.shuffle(kinds)
    count = 0 if short else COUNTS.get(language, 1)
    return [text] + [kind() for kind in kinds[:count]]


def main():
    parts = {False: {}, True: {}}
    for file in sorted(HERE.glob("seeds/*.txt")):
        language, label = file.stem.split("-", 1)
        for line in file.read_text().splitlines():
            if not line.strip():
                continue
            seed_label, text = line.split("|", 1) if label == "other" else (label, line)
            rng = random.Random(language + label + text)
            for variant in variants(language, text, rng):
                parts[is_held_back(text)].setdefault((language, variant), seed_label)
    for held, name in ((False, "authoring.tsv"), (True, "held-back.tsv")):
        rows = [f"{lang}\t{label}\t{text}" for (lang, text), label in parts[held].items()]
        (HERE / name).write_text("\n".join(rows) + "\n")
        print(name, len(rows))


main()
