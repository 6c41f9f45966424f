"""Recomputes the numbers of an evaluation from its export, with nothing but Python's standard library.

    python3 recompute.py one.jsonl            pass@1, avg@k, pass@k, rates and tokens of one evaluation
    python3 recompute.py one.jsonl two.jsonl  the same of both, the four counts, and the exact McNemar test

Prints JSON. Where a number differs from the one that the app shows (the first line of the file) by more than 1e-9 it says
which and exits with 1; files that cannot be read or compared end it with 2. It shares no code with the app. Not
recomputed: bootstrap intervals (they need the app's random numbers) and maj@k (it needs the app's reading of answers).
"""

import json
import math
import sys
from statistics import NormalDist

TOLERANCE = 1e-9


class Unusable(Exception):
    """A file that is no export, or two that cannot be compared."""


def read(path):
    """Head and items of an export; of each line no more is kept than the numbers need."""
    head = None
    items = {}
    with open(path, encoding="utf-8") as lines:
        for text in lines:
            row = json.loads(text)
            if head is None:
                if row.get("type") != "evaluation":
                    raise Unusable(f"{path}: the first line is no evaluation")
                head = row
                continue
            item = items.setdefault(
                row["problemId"],
                {"status": row["itemStatus"], "leftOut": row["leftOut"], "greedy": [], "sampled": []},
            )
            if row["type"] == "sample" and row["verdict"] is not None:
                item[row["pass"]].append(
                    {
                        "number": row["number"],
                        "correct": row["correct"],
                        "settled": row["settled"],
                        "noAnswer": row["verdict"] == "no-answer",
                        "truncated": row["finish"] == "length",
                        "tokens": row["tokens"],
                    }
                )
    if head is None:
        raise Unusable(f"{path}: the file is empty")
    return head, items


def counted(items):
    """The items that are over and that the grader has seen; those with a bad reference are apart."""
    over = {key: item for key, item in items.items() if item["status"] in ("done", "failed")}
    scored = {}
    for key, item in over.items():
        unseen = item["status"] == "done" and not item["greedy"] and not item["sampled"]
        if not item["leftOut"] and not unseen:
            scored[key] = item
    return scored, sum(item["leftOut"] for item in over.values())


def wilson(right, trials):
    """Wilson's 95% score interval."""
    if trials == 0:
        return {"value": 0, "low": None, "high": None}
    z = NormalDist().inv_cdf(0.975)
    share = right / trials
    centre = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return {
        "value": share,
        "low": 0 if right == 0 else max(0, centre - half),
        "high": 1 if right == trials else min(1, centre + half),
    }


def pass_at_k(right, samples, k):
    """Unbiased: the chance that k of the samples hold a right one (Chen et al. 2021)."""
    return 1 - math.comb(samples - right, k) / math.comb(samples, k)


def mean(values):
    return math.fsum(values) / len(values) if values else 0


def score_pass(items, name, samples):
    """The numbers of one pass; answers that a failed call lacks are wrong, and count in no rate."""
    if not items:
        return None
    given = [sorted(item[name], key=lambda answer: answer["number"])[:samples] for item in items.values()]
    answers = [answer for own in given for answer in own]
    rights = [sum(answer["correct"] for answer in own) for own in given]
    truncated = sum(answer["truncated"] for answer in answers)
    no_answer = sum(answer["noAnswer"] for answer in answers)
    numbers = {
        "samples": samples,
        "correct": sum(rights),
        "answers": len(items) * samples,
        "meanTokens": mean([answer["tokens"] for answer in answers]),
    }
    if samples == 1:
        numbers["score"] = wilson(sum(rights), len(items))
        numbers["truncated"] = wilson(truncated, len(answers))
        numbers["noAnswer"] = wilson(no_answer, len(answers))
        return numbers
    numbers["score"] = {"value": mean([right / samples for right in rights])}
    numbers["truncated"] = {"value": truncated / len(answers) if answers else 0}
    numbers["noAnswer"] = {"value": no_answer / len(answers) if answers else 0}
    ks = [k for k in (2**power for power in range(20)) if k < samples] + [samples]
    numbers["passAtK"] = [
        {"k": k, "value": mean([pass_at_k(right, samples, k) for right in rights])} for k in ks
    ]
    return numbers


def recompute(head, items):
    scored, left_out = counted(items)
    if not scored and not left_out:
        return None
    protocol = head["protocol"]
    sampled = protocol["sampled"]
    settled = [
        answer["settled"] for item in scored.values() for name in ("greedy", "sampled") for answer in item[name]
    ]
    return {
        "items": len(scored),
        "leftOut": left_out,
        "failed": sum(item["status"] == "failed" for item in scored.values()),
        "settled": sum(settled),
        "greedy": score_pass(scored, "greedy", 1) if protocol["greedy"] else None,
        "sampled": None if sampled is None else score_pass(scored, "sampled", sampled["samples"]),
    }


def differences(own, shown, place):
    """Where the app shows another number; what is not recomputed is not looked at."""
    if isinstance(own, dict) and isinstance(shown, dict):
        for key, value in own.items():
            yield from differences(value, shown.get(key), f"{place}.{key}" if place else key)
    elif isinstance(own, list) and isinstance(shown, list) and len(own) == len(shown):
        for at, value in enumerate(own):
            yield from differences(value, shown[at], f"{place}[{at}]")
    elif isinstance(own, (int, float)) and isinstance(shown, (int, float)):
        if not abs(own - shown) <= TOLERANCE:
            yield f"{place}: recomputed {own!r}, shown {shown!r}"
    elif own != shown:
        yield f"{place}: recomputed {own!r}, shown {shown!r}"


def compare(first, second):
    """The four counts of the pass with one answer an item, and the exact McNemar test, two-sided."""
    (head_a, items_a), (head_b, items_b) = first, second
    for what in ("itemsSha256", "grader"):
        if head_a[what] != head_b[what]:
            raise Unusable(f"The two files cannot be compared: {what} differs")
    if not (head_a["protocol"]["greedy"] and head_b["protocol"]["greedy"]):
        raise Unusable("The two files cannot be compared: one of them has no greedy pass")
    scored_a, scored_b = counted(items_a)[0], counted(items_b)[0]
    right = lambda item: any(answer["correct"] for answer in item["greedy"][:1])
    pairs = [(right(item), right(scored_b[key])) for key, item in scored_a.items() if key in scored_b]
    only_a, only_b = pairs.count((True, False)), pairs.count((False, True))
    discordant = only_a + only_b
    tail = sum(math.comb(discordant, i) for i in range(min(only_a, only_b) + 1))
    return {
        "items": len(pairs),
        "both": pairs.count((True, True)),
        "onlyFirst": only_a,
        "onlySecond": only_b,
        "neither": pairs.count((False, False)),
        "difference": (only_b - only_a) / len(pairs) if pairs else None,
        "mcnemarP": min(1, 2 * tail / 2**discordant),
    }


def main(paths):
    if len(paths) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        exports = [read(path) for path in paths]
        told = []
        differing = []
        for path, (head, items) in zip(paths, exports):
            numbers = recompute(head, items)
            found = list(differences(numbers, head["score"], ""))
            told.append({"file": path, "model": head["model"]["name"], "numbers": numbers, "differs": found})
            differing += [f"{path}: {one}" for one in found]
        comparison = compare(*exports) if len(exports) == 2 else None
    except (OSError, ValueError, KeyError, TypeError, Unusable) as error:
        print(error if isinstance(error, (OSError, Unusable)) else f"not an export: {error!r}", file=sys.stderr)
        return 2
    print(json.dumps({"evaluations": told, "comparison": comparison}, indent=2))
    for one in differing:
        print(one, file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
