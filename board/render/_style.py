"""The look of the HTML page: dark or light as the reader's system asks, black on white when printed."""

from __future__ import annotations

from board.shapes import Tone

STYLE = """
:root { color-scheme: light dark;
  --back: #fbfaf7; --panel: #ffffff; --line: #c9c4b8; --text: #1d1f21; --muted: #5a5f66; --strong: #000000;
  --up: #1b6b3a; --down: #9c2f14; --ok: #1b6b3a; --stale: #7a5200; --failing: #a3142a; --held: #6b3a9c;
  --unknown: #5a5f66; --new: #00528f; --proposed: #6b3a9c; --claims: #7a5200; --confirms: #1b6b3a;
  --denies: #a3142a; --announces: #00528f; --no_comment: #5a5f66; --headline: #5a5f66;
  --tier_1: #00528f; --tier_2: #6b3a9c; --tier_3: #1b6b3a; --bar: #6f8ba8; }
@media (prefers-color-scheme: dark) { :root {
  --back: #11151a; --panel: #171c22; --line: #3a4450; --text: #d8dee6; --muted: #9aa6b2; --strong: #ffffff;
  --up: #7fd19b; --down: #f2a285; --ok: #7fd19b; --stale: #e5c07b; --failing: #ff8f8f; --held: #cfa8f5;
  --unknown: #9aa6b2; --new: #86c5ff; --proposed: #cfa8f5; --claims: #e5c07b; --confirms: #7fd19b;
  --denies: #ff8f8f; --announces: #86c5ff; --no_comment: #9aa6b2; --headline: #9aa6b2;
  --tier_1: #86c5ff; --tier_2: #cfa8f5; --tier_3: #7fd19b; --bar: #5b7896; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--back); color: var(--text);
  font: 15px/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
header { display: flex; flex-wrap: wrap; gap: 0 2rem; justify-content: space-between; margin-bottom: 1rem; }
h1 { font-size: 1.25rem; margin: 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: 0 1rem;
  justify-content: space-between; }
h2 small, header p { font-size: .85rem; font-weight: normal; color: var(--muted); margin: 0; }
main { columns: 36rem 2; column-gap: 1rem; }
section { break-inside: avoid-column; margin-bottom: 1rem; background: var(--panel); border: 1px solid var(--line);
  border-radius: 6px; padding: .75rem 1rem;
  overflow-x: auto; container-type: inline-size; }
section.stale { border-style: dashed; }
section.failed { border: 3px double var(--failing); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: normal; color: var(--muted); border-bottom: 1px solid var(--line); }
th, td { padding: .1rem .75rem .1rem 0; vertical-align: top; }
.right { text-align: right; }
.whole { white-space: nowrap; }
.under td { padding: 0 0 .3rem 1.5rem; font-size: .85rem; }
svg { height: auto; }
svg.drawing { width: 100%; max-width: 44rem; display: block; margin: 0 auto; }
svg.map { width: 100%; max-width: 30rem; display: block; margin: 0 auto; }
svg.bar { width: 6rem; height: .8rem; }
svg.trend { height: .9rem; }
ol, ul { list-style: none; margin: 0; padding: 0; }
li { padding: .35rem 0; border-bottom: 1px solid var(--line); }
li:last-child { border-bottom: 0; }
li p { margin: 0 0 0 1.5rem; }
blockquote { margin: 0 0 0 1.5rem; }
.below, footer { color: var(--muted); font-size: .85rem; }
footer p { margin: .35rem 0 0; }
.trouble { color: var(--stale); margin: 0 0 .5rem; }
.failed .trouble { color: var(--failing); }
summary { cursor: pointer; margin-top: .35rem; }
a { color: inherit; text-underline-offset: 2px; }
@media (max-width: 44rem) { body { padding: .5rem; } }
@container (max-width: 52rem) { .least { display: none; } }
@container (max-width: 32rem) { .drawn, .less { display: none; } .whole { white-space: normal; }
  th, td { padding-right: .5rem; } }
@media print { :root { --back: #fff; --panel: #fff; --text: #000; --muted: #333; --line: #888; }
  body { font-size: 10pt; padding: 0; } main { display: block; } section { break-inside: avoid-page;
  margin-bottom: 1rem; } a { text-decoration: none; } a[href]::after { content: " <" attr(href) ">";
  font-size: .75em; color: var(--muted); overflow-wrap: anywhere; font-weight: normal; } }
"""


def tones() -> str:
    """One class a tone; the word says the same without it."""
    plain = "".join(f".t-{tone.value} {{ color: var(--{tone.value}); }}\n" for tone in Tone if tone is not Tone.PLAIN)
    return plain + ".t-strong, .t-denies, .t-claims, .t-confirms, .t-announces { font-weight: bold; }\n"
