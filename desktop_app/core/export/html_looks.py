"""How an HTML transcript looks, and what it does while it plays. Neither asks for anything from elsewhere."""

from desktop_app.core.export.speaker_inks import (
    COUNT,
    DARK_GROUND,
    MUTED_ON_DARK,
    MUTED_ON_WHITE,
    ink_on_dark,
    ink_on_white,
)


def style() -> str:
    """The style sheet: light, dark, on a phone, on paper."""
    on_white = "".join(f".s{each} .name{{color:{ink_on_white(each)}}}" for each in range(COUNT))
    on_dark = "".join(f".s{each} .name{{color:{ink_on_dark(each)}}}" for each in range(COUNT))
    return (
        f"{_LIGHT}{on_white}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;--ground:{DARK_GROUND};--ink:#e8eaed;"
        f"--muted:{MUTED_ON_DARK};--line:#33373e;--on:#5a4a10}}{on_dark}}}\n"
        f"{_PAPER}"
    )


_LIGHT = f"""
:root{{color-scheme:light;--ground:#fff;--ink:#1b1f24;--muted:{MUTED_ON_WHITE};--line:#e3e6ea;--on:#fdeeb3}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--ground);color:var(--ink)}}
body{{font:1.0625rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}}
main{{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 6rem}}
h1{{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}}
.muted,.time{{color:var(--muted)}}
.turn{{margin:1.25rem 0;scroll-margin:5rem}}
.turn p{{margin:.125rem 0 0}}
.name{{font-weight:650}}
.time{{font-size:.875rem;white-space:nowrap;font-variant-numeric:tabular-nums;text-decoration:none;margin-inline-start:.25rem}}
.time:hover{{text-decoration:underline}}
.playable .turn p span{{cursor:pointer}}
.playable .turn p span:hover{{text-decoration:underline}}
.on{{background:var(--on);border-radius:.2rem;box-shadow:0 0 0 .1rem var(--on)}}
.player{{position:sticky;bottom:0;background:var(--ground);border-top:1px solid var(--line);padding:.5rem 1.25rem}}
.player audio,.player video{{display:block;width:100%;max-width:46rem;max-height:40vh;margin:0 auto}}
[hidden]{{display:none!important}}
"""
_PAPER = """@media print{body{font-size:11pt;line-height:1.4}main{max-width:none;padding:0}.player{display:none}
.on{background:none;box-shadow:none}.turn{break-inside:avoid-page;margin:.75rem 0}.turn p{orphans:3;widows:3}}
"""

SCRIPT = """
"use strict";
(() => {
  const media = document.querySelector("audio,video");
  if (!media) return;
  const words = [...document.querySelectorAll("p span")].map(node => ({
    node, start: Number(node.dataset.s) / 1000, end: Number(node.dataset.e) / 1000
  })).sort((one, other) => one.start - other.start);
  const longest = words.reduce((most, word) => Math.max(most, word.end - word.start), 0);
  let lit = [], turn = null;
  const begunBefore = time => {
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle].start <= time) low = middle + 1; else high = middle;
    }
    return low;
  };
  const saidAt = time => {
    const found = [];
    for (let at = begunBefore(time) - 1; at >= 0 && words[at].start >= time - longest; at--)
      if (time < words[at].end) found.push(words[at].node);
    return found;
  };
  const show = () => {
    const now = saidAt(media.currentTime);
    lit.filter(node => !now.includes(node)).forEach(node => node.classList.remove("on"));
    now.forEach(node => node.classList.add("on"));
    lit = now;
    const next = now.length ? now[0].closest(".turn") : turn;
    if (next !== turn && !media.paused) next.scrollIntoView({block: "nearest"});
    turn = next;
    if (!media.paused) requestAnimationFrame(show);
  };
  const ready = () => {
    media.parentElement.hidden = false;
    document.body.classList.add("playable");
  };
  media.addEventListener("loadedmetadata", ready);
  media.addEventListener("play", show);
  media.addEventListener("seeked", show);
  if (media.readyState > 0) ready();
  document.addEventListener("click", event => {
    const place = event.target.closest("[data-s]");
    if (!place || media.parentElement.hidden || !getSelection().isCollapsed) return;
    media.currentTime = Number(place.dataset.s) / 1000;
    media.play();
  });
})();
"""
