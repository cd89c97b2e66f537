"""How the page of an archive looks: light, dark, on a phone, on paper. It asks for nothing from elsewhere."""

from desktop_app.core.export.speaker_inks import DARK_GROUND, MUTED_ON_DARK, MUTED_ON_WHITE

STYLE = f"""
:root{{color-scheme:light;--ground:#fff;--ink:#1b1f24;--muted:{MUTED_ON_WHITE};--line:#d5dae0;--link:#0b5cad}}
@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;--ground:{DARK_GROUND};--ink:#e8eaed;
--muted:{MUTED_ON_DARK};--line:#3a3f47;--link:#8ab8f0}}}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}}
main{{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}}
h1{{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}}
h2{{font-size:1.15rem;margin:2.25rem 0 .5rem}}
p{{margin:.5rem 0;max-width:46rem}}
.muted,dt,th{{color:var(--muted)}}
a{{color:var(--link)}}
:focus-visible{{outline:2px solid var(--link);outline-offset:2px}}
dl{{display:flex;flex-wrap:wrap;gap:.75rem 3rem;margin:1.25rem 0}}
dt{{font-size:.875rem}}
dd{{margin:0;font-size:1.25rem;font-weight:600}}
dd span{{display:block;font-size:.875rem;font-weight:400}}
table{{border-collapse:collapse;width:100%}}
th,td{{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}}
th{{font-size:.875rem;font-weight:500}}
th,td+td{{overflow-wrap:normal}}
.figure{{text-align:end;padding-inline-end:1.5rem;white-space:nowrap;font-variant-numeric:tabular-nums}}
details{{border-bottom:1px solid var(--line);padding:.35rem 0}}
summary{{cursor:pointer}}
details ul{{margin:.25rem 0 .5rem;padding-inline-start:2.25rem}}
@media (max-width:40rem){{table{{display:block;overflow-x:auto;font-size:.875rem}}.figure{{padding-inline-end:.75rem}}}}
@media print{{body{{font-size:10pt}}main{{max-width:none;padding:0}}h2{{break-after:avoid}}
tr,details>summary{{break-inside:avoid}}a{{color:inherit}}details::details-content{{content-visibility:visible;block-size:auto}}}}
"""
