/** What the guidelines of a campaign say until somebody writes their own. */
export const FIRST_GUIDELINES = String.raw`## What you decide

Two solutions of one problem stand side by side. Say which is the better **piece of reasoning**, not which reads more nicely.

- **Accept**: the chosen solution is really better. For a correction: the repaired solution mends the mistake and is right.
- **Swap**: the rejected solution is the better one.
- **Tie**: both are as good or as bad, or say the same in other words.
- **Reject**: not fit to learn from, for example since the problem makes no sense or both texts are damaged.
- **Skip**: you cannot tell; somebody else will be asked.

## How to read a solution

1. Read the problem, then each solution from its first step on which they differ.
2. Check every step by itself: does it follow from what stands before? A right answer does not make a wrong step right.
3. Mark the **first wrong step** where there is one. It is the first that is false or does not follow, not the first that is clumsy.

A step such as $\frac{16}{64} = \frac{1}{4}$ "by cancelling the sixes" is wrong, though its value is right. A step such as

$$(x + 3)^2 = x^2 + 6x + 9$$

is right, however briefly it is written.

## When in doubt

- A right answer by luck loses against sound reasoning with a slip at the end only if the slip makes the reasoning useless; give the reason *right answer by luck*.
- Units, order of terms and equal forms such as $0.5$, $\frac{1}{2}$ and $50\%$ are no difference.
- If the **reference answer** is wrong, flag the problem, and judge the reasoning.
`;
