"""Compare our grader with Math-Verify over the cases of this folder.

    python3 -m venv venv && venv/bin/pip install 'math-verify[antlr4_13_2]==0.9.0'
    npx tsx server/math/testing/dump-cases.ts | venv/bin/python server/math/compare-math-verify.py

Prints each disagreement with what the case expects, then the counts by group. Golds are wrapped in `$` as the README
of Math-Verify asks; candidates of comparisons too, responses of extractions are given as they are.
"""

import collections
import json
import sys
import time

from math_verify import parse, verify


def theirs(case: dict) -> bool:
    """Whether Math-Verify accepts the candidate; an exception of its own counts as a refusal."""
    wrap = case["group"] != "EXTRACTIONS"
    try:
        gold = parse("$" + case["reference"].strip("$") + "$")
        given = parse("$" + case["candidate"].strip("$") + "$" if wrap else case["candidate"])
        return bool(verify(gold, given))
    except Exception:
        return False


def main() -> None:
    counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    started = time.process_time()
    for line in sys.stdin:
        case = json.loads(line)
        verdict = theirs(case)
        count = counts[case["group"]]
        count["cases"] += 1
        count["ours right"] += case["ours"] == case["expected"]
        count["theirs right"] += verdict == case["expected"]
        count["their false positives"] += verdict and not case["expected"]
        count["agree"] += verdict == case["ours"]
        if verdict != case["ours"]:
            print(f"expected {case['expected']!s:5} ours {case['ours']!s:5} theirs {verdict!s:5}", end="  ")
            print(json.dumps([case["reference"], case["candidate"]]))
    for group, count in counts.items():
        print(group, dict(count))
    print(f"Math-Verify: {time.process_time() - started:.1f} s of processor time")


if __name__ == "__main__":
    main()
