"""The style sheet of reports, light and dark, in the colours of the window."""

STYLE = """
:root {
    color-scheme: light dark;
    --window: #F3F4F7; --card: #FFFFFF; --text: #16191F; --soft: #454C59;
    --line: #E3E6EC; --warn: #9A3300; --bar: #5352C9;
    --c0: #0072B2; --c1: #B87200; --c2: #A83400; --c3: #4A49BE;
    --s0: #737C8B; --s1: #B87200; --s2: #A83400; --s3: #A3366F; --s4: #7A6B00;
    --s5: #00805D; --s6: #5F6775; --s7: #5352C9; --s8: #0072B2;
}
@media (prefers-color-scheme: dark) { :root {
    --window: #0F1115; --card: #1C2026; --text: #ECEEF2; --soft: #B3BAC6;
    --line: #242932; --warn: #FF9A5C; --bar: #9B9BF7;
    --c0: #56B4E9; --c1: #E69F00; --c2: #F0692B; --c3: #A9A9FA;
    --s0: #8790A0; --s1: #E69F00; --s2: #F0692B; --s3: #EBA3CB; --s4: #EFE372;
    --s5: #2DB88B; --s6: #8D95A3; --s7: #9B9BF7; --s8: #56B4E9;
} }
body { margin: 0; background: var(--window); color: var(--text);
    font: 15px/1.5 Inter, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; }
h2 { margin: 32px 0 8px; font-size: 16px; }
.lead, .facts { margin: 0 0 8px; color: var(--soft); }
.facts { font-size: 13px; }
.warning { padding: 8px 12px; border-left: 4px solid var(--warn); background: var(--card); color: var(--warn); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 12px; margin: 24px 0; }
.tile { padding: 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.tile span, .tile small { display: block; color: var(--soft); font-size: 12px; }
.tile b { font-size: 20px; font-variant-numeric: tabular-nums; }
figure { margin: 24px 0 0; }
.on-dark { display: none; }
@media (prefers-color-scheme: dark) { .on-light { display: none; } .on-dark { display: block; } }
svg { display: block; width: 100%; height: auto; border-radius: 6px; }
svg text { fill: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--line); stroke-width: 1; }
.line { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
.bar { fill: var(--bar); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0 0; padding: 0;
    list-style: none; font-size: 13px; }
.legend i { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; }
.wide { margin: 32px 0 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { padding: 6px 8px; color: var(--soft); font-size: 12px; font-weight: 600; text-align: right; }
td { padding: 6px 8px; border-top: 1px solid var(--line); text-align: right; }
td:first-child { min-width: 6em; overflow-wrap: anywhere; }
.figures td:not(:first-child) { white-space: nowrap; }
.words th, .words td { text-align: left; }
.words td:first-child { white-space: nowrap; }
.chart { overflow-x: auto; }
.chart svg { min-width: 520px; }
@media (max-width: 520px) { th, td { padding: 6px 4px; font-size: 13px; } }
th:first-child, td:first-child { padding-left: 0; text-align: left; }
details { margin: 32px 0 0; }
pre { padding: 12px; overflow: auto; border-radius: 6px; background: var(--card); font-size: 12px; }
.line.c0 { stroke: var(--c0); } i.c0 { background: var(--c0); }
.line.c1 { stroke: var(--c1); } i.c1 { background: var(--c1); }
.line.c2 { stroke: var(--c2); } i.c2 { background: var(--c2); }
.line.c3 { stroke: var(--c3); } i.c3 { background: var(--c3); }
.share.s0 { fill: var(--s0); } i.s0 { background: var(--s0); }
.share.s1 { fill: var(--s1); } i.s1 { background: var(--s1); }
.share.s2 { fill: var(--s2); } i.s2 { background: var(--s2); }
.share.s3 { fill: var(--s3); } i.s3 { background: var(--s3); }
.share.s4 { fill: var(--s4); } i.s4 { background: var(--s4); }
.share.s5 { fill: var(--s5); } i.s5 { background: var(--s5); }
.share.s6 { fill: var(--s6); } i.s6 { background: var(--s6); }
.share.s7 { fill: var(--s7); } i.s7 { background: var(--s7); }
.share.s8 { fill: var(--s8); } i.s8 { background: var(--s8); }
"""
