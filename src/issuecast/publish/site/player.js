// The player. Without it the page has a native audio element, links to places in the file, and the text.
(() => {
  "use strict";
  const NEAR = 0.02; // seconds: a seek lands on a frame, a hair before what was asked for
  const KEPT = 5; // seconds between two notes of where one is

  const memory = { // a page in somebody's frame, or on the disk, may have none
    get(name) { try { return localStorage.getItem(`issuecast:${name}`); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`issuecast:${name}`, value); } catch { /* then not */ } },
  };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const startOf = (element) => Number(element.dataset.seek) / 1000;
  const clock = (seconds) => {
    const [hour, minute, second] = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Math.floor);
    const end = String(second).padStart(2, "0");
    return hour ? `${hour}:${String(minute).padStart(2, "0")}:${end}` : `${minute}:${end}`;
  };
  /** Seconds of "83", "83.5" or "1m23s"; null of anything else. */
  const moment = (text) => {
    const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text ?? "");
    return text && parts ? (parts[1] ?? 0) * 3600 + (parts[2] ?? 0) * 60 + Number(parts[3] ?? 0) : null;
  };
  const addressed = () => moment(/^#t=(.+)$/.exec(location.hash)?.[1] ?? new URLSearchParams(location.search).get("t"));
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const isPlain = (event) => !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  class IssuecastPlayer extends HTMLElement {
    connectedCallback() {
      if (this.audio) return;
      this.audio = this.querySelector("audio");
      this.chapters = all("[data-chapter]");
      this.lines = all("[data-line]").map((element) => this.#read(element));
      this.chapter = this.line = this.word = undefined;
      this.audio.controls = false;
      for (const element of all("[data-live]")) element.hidden = false;
      this.#listen();
      this.#restore();
      this.#show();
    }

    /** A line of the transcript, its words in elements of their own. */
    #read(element) {
      const text = element.querySelector("[data-text]");
      const starts = element.dataset.words.split(" ").map((start) => startOf(element) + start / 1000);
      const words = text.textContent.trim().split(/\s+/).map((word, i) => {
        const span = document.createElement("span");
        span.textContent = word;
        return { element: span, start: starts[i] };
      });
      text.replaceChildren(...words.flatMap(({ element: span }) => [span, " "]));
      return { element, words, start: startOf(element), text: fold(text.textContent) };
    }

    #listen() {
      const { audio } = this;
      for (const event of ["timeupdate", "seeking", "loadedmetadata"]) audio.addEventListener(event, () => this.#show());
      for (const event of ["play", "pause"]) audio.addEventListener(event, () => this.#playing());
      audio.addEventListener("play", () => this.#announce());
      audio.addEventListener("ended", () => memory.set(`at:${this.dataset.key}`, 0));
      audio.addEventListener("ratechange", () => this.#speed());
      audio.addEventListener("volumechange", () => { this.#part("volume").value = audio.muted ? 0 : audio.volume; });
      audio.addEventListener("error", () => this.say("The sound cannot be loaded."));
      this.#part("position").addEventListener("input", (event) => this.seek(event.target.value));
      this.#part("volume").addEventListener("input", (event) => this.#loud(event.target.value));
      this.#part("rate").addEventListener("change", (event) => { audio.playbackRate = event.target.value; });
      document.querySelector("[data-search]")?.addEventListener("input", (event) => this.#search(event.target.value));
      document.addEventListener("click", (event) => this.#click(event));
      document.addEventListener("keydown", (event) => this.#key(event));
      addEventListener("hashchange", () => this.#follow());
      addEventListener("pagehide", () => this.#keep(0));
    }

    #restore() {
      const { audio } = this;
      audio.playbackRate = memory.get("speed") ?? 1;
      audio.volume = memory.get("volume") ?? 1;
      this.#part("keys").checked = memory.get("keys") !== "off";
      const at = Number(memory.get(`at:${this.dataset.key}`));
      if (!this.#follow() && at > KEPT) {
        this.seek(at);
        this.say(`Goes on at ${clock(at)}.`);
      }
    }

    #follow() {
      const time = addressed();
      if (time !== null) this.seek(time);
      return time !== null;
    }

    #part(name) { return this.querySelector(`[data-${name}]`); }

    get length() { return this.audio.duration || Number(this.#part("position").max); }

    seek(seconds, play = false) {
      this.audio.currentTime = Math.min(Math.max(0, seconds), this.length);
      if (play) this.toggle(true);
    }

    skip(seconds) { this.seek(this.audio.currentTime + seconds); }

    toggle(play = this.audio.paused) {
      if (play) this.audio.play().catch(() => {}); // refused by the browser: the button is there
      else this.audio.pause();
    }

    /** To the chapter so many after this one; back to its own start first, if it has gone on for a while. */
    leap(by) {
      const began = this.chapter >= 0 ? startOf(this.chapters[this.chapter]) : 0;
      const stay = by < 0 && this.audio.currentTime - began > 3 ? 1 : 0;
      const target = this.chapters[Math.max(0, this.chapter + by + stay)];
      if (target) this.seek(startOf(target));
    }

    faster(by) {
      const rates = [...this.#part("rate").options].map(({ value }) => Number(value));
      const next = rates.indexOf(this.audio.playbackRate) + by;
      this.audio.playbackRate = rates[Math.min(Math.max(0, next), rates.length - 1)];
    }

    say(text) { this.#part("said").textContent = text; }

    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        this.say("Copied.");
      } catch { this.say(text); } // not allowed here: to be copied by hand
    }

    share() {
      const url = `${document.querySelector("link[rel=canonical]").href}#t=${Math.floor(this.audio.currentTime)}`;
      if (navigator.share && matchMedia("(pointer: coarse)").matches) navigator.share({ title: this.dataset.title, url }).catch(() => {});
      else this.copy(url);
    }

    #loud(volume) {
      this.audio.muted = false;
      this.audio.volume = Math.min(Math.max(0, volume), 1);
      memory.set("volume", this.audio.volume);
    }

    #speed() {
      this.#part("rate").value = this.audio.playbackRate;
      memory.set("speed", this.audio.playbackRate);
      this.#position();
    }

    #keep(least) {
      const now = this.audio.currentTime;
      if (this.audio.ended || Math.abs(now - (this.kept ?? 0)) < least) return;
      this.kept = now;
      memory.set(`at:${this.dataset.key}`, now.toFixed(1));
    }

    #playing() {
      const { paused } = this.audio;
      this.toggleAttribute("data-playing", !paused);
      this.#part("play").setAttribute("aria-label", paused ? "Play" : "Pause");
      const tick = () => {
        this.#show();
        this.frame = this.audio.paused ? undefined : requestAnimationFrame(tick);
      };
      if (paused) this.#keep(0);
      else this.frame ??= requestAnimationFrame(tick);
    }

    #show() {
      const now = this.audio.currentTime;
      const position = this.#part("position");
      position.value = now;
      position.setAttribute("aria-valuetext", `${clock(now)} of ${clock(this.length)}`);
      this.style.setProperty("--at", now / this.length);
      this.#part("elapsed").textContent = clock(now);
      this.#keep(KEPT);
      this.#showChapter(this.chapters.findLastIndex((element) => startOf(element) <= now + NEAR));
      this.#showLine(now > 0 ? this.lines.findLastIndex(({ start }) => start <= now + NEAR) : -1, now);
    }

    #showChapter(index) {
      if (index === this.chapter) return;
      this.chapters[this.chapter]?.removeAttribute("aria-current");
      this.chapter = index;
      this.chapters[index]?.setAttribute("aria-current", "true");
      if (index >= 0) this.#part("now").textContent = this.chapters[index].querySelector("[data-title]").textContent;
      if (!this.audio.paused) this.#announce();
    }

    #showLine(index, now) {
      const word = this.lines[index]?.words.findLast(({ start }) => start <= now + NEAR)?.element;
      if (word !== this.word) {
        this.word?.classList.remove("said");
        word?.classList.add("said");
        this.word = word;
      }
      if (index === this.line) return;
      const before = this.lines[this.line]?.element, line = this.lines[index]?.element;
      before?.removeAttribute("aria-current");
      line?.setAttribute("aria-current", "true");
      this.line = index;
      if (before && line && !this.audio.paused) this.#readAlong(before, line);
    }

    /** Keeps the line in the middle for somebody who was looking at the one before. */
    #readAlong(before, line) {
      const top = this.getBoundingClientRect().bottom, seen = before.getBoundingClientRect(), next = line.getBoundingClientRect();
      if (seen.bottom < Math.max(0, top) || seen.top > innerHeight) return;
      if (next.top < top || next.bottom > innerHeight * 0.8) line.scrollIntoView({ block: "center" });
    }

    #search(query) {
      const wanted = fold(query.trim());
      let found = 0;
      for (const { element, text } of this.lines) {
        element.hidden = !text.includes(wanted);
        found += !element.hidden;
      }
      for (const part of all("[data-part]")) part.hidden = !part.querySelector("[data-line]:not([hidden])");
      document.querySelector("[data-found]").textContent = wanted ? `${found} of ${this.lines.length} lines` : "";
    }

    #click(event) {
      const button = event.target.closest("[data-do]");
      if (button) return this.#do(button);
      const target = event.target.closest("[data-seek]");
      if (!target || !isPlain(event) || event.target.closest("a:not([data-seek])")) return;
      if (target.matches("[data-line]") && String(getSelection())) return; // somebody is copying a quotation
      event.preventDefault();
      const word = this.lines.find(({ element }) => element === target)?.words.find(({ element }) => element === event.target);
      this.seek(word?.start ?? startOf(target), true);
    }

    #do({ dataset }) {
      if (dataset.do === "toggle") this.toggle();
      if (dataset.do === "skip") this.skip(Number(dataset.by));
      if (dataset.do === "share") this.share();
      if (dataset.do === "copy") this.copy(document.getElementById(dataset.from).textContent);
      if (dataset.do === "help") this.#part("help").showModal();
      if (dataset.do === "keys") memory.set("keys", this.#part("keys").checked ? "on" : "off");
    }

    #key(event) {
      const inside = this.contains(event.target), { audio } = this;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target.matches("input:not([data-position]), select, textarea") || this.#part("help").open) return;
      if (event.key === " " && event.target.closest("button, a, summary")) return;
      if (!this.#part("keys").checked && !inside) return;
      const keys = {
        " ": () => this.toggle(), k: () => this.toggle(),
        j: () => this.skip(-15), l: () => this.skip(30), ArrowLeft: () => this.skip(-15), ArrowRight: () => this.skip(30),
        m: () => { audio.muted = !audio.muted; }, "<": () => this.faster(-1), ">": () => this.faster(1),
        "?": () => this.#part("help").showModal(),
        ...(inside && { ArrowUp: () => this.#loud(audio.volume + 0.1), ArrowDown: () => this.#loud(audio.volume - 0.1) }),
      };
      const chapter = /^\d$/.test(event.key) && (event.key === "0" ? this.chapters[0] : this.chapters[event.key - 1]);
      const act = chapter ? () => this.seek(startOf(chapter)) : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }

    /** Tells the lock screen what is heard, and obeys its buttons. */
    #announce() {
      const session = navigator.mediaSession;
      if (!session) return;
      const { title, show, artwork } = this.dataset;
      const src = location.protocol !== "file:" && new URL(artwork, location.href).href;
      session.metadata = new MediaMetadata({
        title: this.#part("now").textContent || title, artist: show, album: title, artwork: src ? [{ src, sizes: "480x480", type: "image/jpeg" }] : [],
      });
      const obey = {
        play: () => this.toggle(true), pause: () => this.toggle(false),
        seekbackward: () => this.skip(-15), seekforward: () => this.skip(30), seekto: ({ seekTime }) => this.seek(seekTime),
        previoustrack: () => this.leap(-1), nexttrack: () => this.leap(1),
      };
      for (const [action, handler] of Object.entries(obey)) {
        try { session.setActionHandler(action, handler); } catch { /* unknown to this browser */ }
      }
      this.#position();
    }

    #position() {
      const { duration, playbackRate, currentTime } = this.audio;
      if (duration) navigator.mediaSession?.setPositionState?.({ duration, playbackRate, position: Math.min(currentTime, duration) });
    }
  }

  customElements.define("issuecast-player", IssuecastPlayer);
})();
