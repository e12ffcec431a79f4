// Chapters and lines that seek, and show where the sound is. Without it the page has a native player,
// links to the chapters' places in the file, and the text.
(() => {
  "use strict";
  const audio = document.querySelector("audio[data-player]");
  if (!audio) return;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const startOf = (element) => Number(element.dataset.seek) / 1000;
  const chapters = all("[data-chapter]");
  const segments = all("[data-segment]");
  const lines = all("[data-line]");
  const now = document.querySelector("[data-now]");
  const head = document.querySelector("[data-head]");
  const rounding = 0.02; // seconds: a seek lands on a frame, a hair before what was asked for

  const seek = (seconds, play) => {
    audio.currentTime = Math.max(0, seconds);
    if (play) audio.play().catch(() => {}); // refused by the browser: the native button is there
  };

  const current = (elements) => {
    const time = audio.currentTime + rounding;
    return elements.findLastIndex((element) => startOf(element) <= time);
  };

  const mark = (elements, index) => {
    elements.forEach((element, i) => {
      if (i === index) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    });
  };

  const show = () => {
    const index = current(chapters);
    mark(chapters, index);
    segments.forEach((segment, i) => {
      segment.classList.toggle("past", i < index);
      segment.classList.toggle("here", i === index);
    });
    if (now && index >= 0) now.textContent = chapters[index].querySelector("span:last-child").textContent;
    if (head) head.setAttribute("d", `M${Math.round(audio.currentTime * 1000)} 0v10`);
    mark(lines, audio.currentTime > 0 ? current(lines) : -1);
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-seek]");
    if (!target || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (target.matches("[data-line]") && String(getSelection())) return; // somebody is copying a quotation
    event.preventDefault();
    seek(startOf(target), true);
  });

  const followAddress = () => {
    const time = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
    if (time) seek(Number(time[1]), false);
  };

  const tools = document.querySelector("[data-tools]");
  if (tools) {
    tools.hidden = false;
    for (const button of tools.querySelectorAll("[data-skip]")) {
      button.addEventListener("click", () => seek(audio.currentTime + Number(button.dataset.skip), false));
    }
    const rates = [1, 1.25, 1.5, 1.75, 2, 0.75];
    const rate = tools.querySelector("[data-rate]");
    rate.addEventListener("click", () => {
      audio.playbackRate = rates[(rates.indexOf(audio.playbackRate) + 1) % rates.length];
    });
    audio.addEventListener("ratechange", () => {
      rate.textContent = `${audio.playbackRate}×`;
      rate.setAttribute("aria-label", `Speed ${audio.playbackRate}×`);
    });
  }

  audio.addEventListener("play", () => {
    if (!("mediaSession" in navigator)) return;
    const { title, show: artist } = audio.dataset;
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
  }, { once: true });

  for (const event of ["timeupdate", "seeking", "loadedmetadata"]) audio.addEventListener(event, show);
  addEventListener("hashchange", followAddress);
  followAddress();
  show();
})();
