// SPDX-License-Identifier: Apache-2.0
/* What pages do beyond being read: move through time, stay live, open dialogs, draw charts. Everything else works without. */
(() => {
  const root = document.documentElement;
  const me = document.currentScript;
  const rtl = root.dir === "rtl";
  const byId = id => document.getElementById(id);
  /** Days as the page's language writes them. */
  const written = new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang,
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- requests: the token against forged ones; whoever is signed out meanwhile is sent to sign in
  document.addEventListener("htmx:configRequest", event => {
    const csrf = document.querySelector('meta[name="csrf"]');
    if (event.detail.verb !== "get" && csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  document.addEventListener("htmx:responseError", event => {
    if ([401, 403].includes(event.detail.xhr.status)) location.reload();
  });

  // What is no matter of a part of the page is sent as a browser sends it: another language; a form whose session is over.
  function sendWhole(form, name, value) {
    if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    HTMLFormElement.prototype.submit.call(form);
  }
  document.addEventListener("htmx:beforeRequest", event => {
    const pressed = event.detail.requestConfig.triggeringEvent?.submitter;
    if (pressed?.name !== "lang") return;
    event.preventDefault();
    sendWhole(event.detail.elt, pressed.name, pressed.value);
  });
  document.addEventListener("htmx:beforeOnLoad", event => {
    const { elt, requestConfig, xhr } = event.detail;
    if (![401, 403].includes(xhr.status) || !document.querySelector("dialog:modal")) return;
    // What is being written there stays until it is sent; then it goes along through the sign-in.
    event.preventDefault();
    if (requestConfig.verb === "post" && elt.matches("dialog form")) sendWhole(elt);
  });

  // ---- another language: what the switch does not send is put where it was
  const typed = () => [...document.querySelectorAll("main, .top")].flatMap(part => [...part.querySelectorAll(
    "input:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio]), textarea, select")]);
  document.addEventListener("click", event => {
    if (!event.target.closest(".to-lang")) return;
    sessionStorage.setItem("typed", JSON.stringify([location.pathname, ...typed().map(field => field.value)]));
  });
  function putBack() {
    const [path, ...values] = JSON.parse(sessionStorage.getItem("typed") ?? "[]");
    sessionStorage.removeItem("typed");
    const fields = typed();
    if (path === location.pathname && values.length === fields.length) fields.forEach((field, i) => {
      if (field.value !== values[i]) field.value = values[i];
    });
  }
  putBack();

  /** Fetches the page at an address and takes over its parts, the rest of the page staying as it is. */
  function show(address, except) {
    const parts = [...document.querySelectorAll("[data-part]")].filter(part => part.id && !except?.(part));
    const now = byId("now");
    if (!now) return Promise.resolve(location.assign(address));
    return htmx.ajax("GET", address, { target: "#now", select: "#now", swap: "outerHTML",
      selectOOB: parts.map(part => "#" + part.id).join(",") });
  }

  // ---- what is new on the page is lit for a moment
  let known = new Set();
  const ids = () => new Set([...document.querySelectorAll("#now [id]")].map(e => e.id));
  /** What is opened on the page, and where the keyboard is: both stay when the page fetches itself again. */
  const opened = details => `${details.closest("[id]")?.id} ${details.querySelector("summary")?.textContent}`;
  let unfolded = new Set(), focused;
  document.addEventListener("htmx:beforeSwap", () => {
    known = ids();
    unfolded = new Set([...document.querySelectorAll("#now details[open]")].map(opened));
    const here = document.activeElement;
    if (here?.closest("#now, [data-part]")) focused = { id: here.id, href: here.getAttribute("href") };
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const details of document.querySelectorAll("#now details:not([open])")) details.open = unfolded.has(opened(details));
    if (focused && document.activeElement === document.body) {
      const links = focused.href ? [...document.querySelectorAll("#now a, [data-part] a")] : [];
      (focused.id ? byId(focused.id) : links.find(link => link.getAttribute("href") === focused.href))?.focus({ preventScroll: true });
    }
    focused = null;
    if (known.size && !byId("when")?.dataset.past.includes("true")) {
      for (const id of ids()) if (!known.has(id)) byId(id).classList.add("fresh");
    }
    known = new Set();
    document.body.classList.toggle("past", byId("when")?.dataset.past === "true");
    prepare();
  });

  // ---- dialogs: rendered open by the server, made modal here; closing one leaves its address
  function prepare() {
    days();
    for (const dialog of document.querySelectorAll("dialog[data-modal][open]:not(:modal)")) {
      // Closing it would tell of a close that nobody asked for.
      dialog.removeAttribute("open");
      dialog.showModal();
      left = dialog.dataset.back;
      search(dialog);
      ask(dialog);
      dialog.addEventListener("close", () => {
        history.replaceState(null, "", dialog.dataset.back);
        dialog.remove();
        comeBack();
      });
      (dialog.querySelector('[aria-invalid="true"]') ?? dialog.querySelector(FIELDS))?.focus();
    }
    // A form that was taken leaves the page as it was before it was opened.
    if (left && !document.querySelector("dialog[open]")) {
      if (new URL(location).searchParams.has("do")) history.replaceState(null, "", left);
      left = null;
      comeTo(document.querySelector("#now .fresh"));
    }
    const address = new URL(location);
    // What was asked for once stands in no address.
    const past = ["sent", ...document.querySelector("dialog[open]") ? [] : ["do"]].filter(name => address.searchParams.has(name));
    past.forEach(name => address.searchParams.delete(name));
    if (past.length) history.replaceState(null, "", address);
    if (!document.querySelector("dialog[open]")) comeBack();
    document.querySelector(".live-pill")?.setAttribute("aria-pressed", String(!paused));
    for (const toast of document.querySelectorAll(".toast")) setTimeout(() => toast.remove(), 6000);
  }
  const FIELDS = ".f input, .f select, .f textarea";
  /** Beside each day that is typed stands how the page's language writes it: browsers have their own order of numbers. */
  function days() {
    for (const input of document.querySelectorAll('input[type="date"]')) {
      let beside = input.nextElementSibling;
      if (!beside?.classList.contains("written")) {
        beside = Object.assign(document.createElement("span"), { className: "written", ariaHidden: "true" });
        input.after(beside);
      }
      beside.textContent = input.valueAsNumber ? written.format(input.valueAsNumber) : "";
    }
  }
  document.addEventListener("input", event => { if (event.target.type === "date") days(); });
  /** Where there is much to choose from, what is typed above it leaves what has it in its name. */
  function search(dialog) {
    for (const box of dialog.querySelectorAll("input[data-filter]")) {
      const select = byId(box.dataset.filter), all = [...select.options];
      const groups = all.map(option => option.closest("optgroup") ?? select);
      box.hidden = false;
      box.addEventListener("input", () => {
        const text = box.value.trim().toLocaleLowerCase();
        all.forEach((option, i) => {
          if (!option.value || option.selected || option.text.toLocaleLowerCase().includes(text)) groups[i].append(option);
          else option.remove();
        });
      });
    }
  }
  /** Words that were not sent are not lost to a key: whoever presses it is asked first. */
  function ask(dialog) {
    const form = dialog.querySelector("form"), asked = dialog.querySelector(".dlg-ask");
    if (!form || !asked) return;
    const typed = () => JSON.stringify([...new FormData(form)]), before = typed();
    dialog.addEventListener("keydown", event => {
      if (event.key !== "Escape" || (!dialog.dataset.unsent && typed() === before)) return;
      event.preventDefault();
      asked.hidden = !asked.hidden;
      if (!asked.hidden) asked.querySelector("button").focus();
    });
    asked.querySelector("[data-stay]").addEventListener("click", () => {
      asked.hidden = true;
      dialog.querySelector(FIELDS)?.focus();
    });
  }
  /** Whoever sent a form is at what came of it. */
  function comeTo(fresh) {
    if (!fresh || !opener) return;
    fresh.tabIndex = -1;
    fresh.focus();
    opener = null;
  }
  /** Whoever leaves a dialog is where they opened it. */
  const FORMS = 'a[href*="do="]';
  let opener, left;
  function comeBack() {
    if (!opener) return;
    const links = [...document.querySelectorAll(FORMS)];
    (links.find(link => link.getAttribute("href") === opener) ?? byId("main")).focus({ preventScroll: true });
    opener = null;
  }
  document.addEventListener("click", event => {
    opener = event.target.closest(FORMS)?.getAttribute("href") ?? opener;
    const pressed = event.target.closest("[data-action],[data-close]");
    if (!pressed) return;
    if (pressed.hasAttribute("data-close")) {
      const dialog = pressed.closest("dialog:modal");
      if (dialog) { event.preventDefault(); dialog.close(); }
    }
    if (pressed.dataset.action === "copy") copy(pressed);
    if (pressed.dataset.action === "print") print();
    if (pressed.dataset.action === "live") pause(pressed.getAttribute("aria-pressed") === "true");
    if (pressed.dataset.action === "theme") {
      const dark = getComputedStyle(root).colorScheme === "dark"
        || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
      root.dataset.theme = dark ? "light" : "dark";
      document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
      document.querySelectorAll("mem-chart").forEach(chart => chart.draw());
    }
  });

  /** Takes along what stands before the button. Where browsers keep the clipboard to themselves, it is marked to be taken. */
  async function copy(button) {
    const source = button.previousElementSibling;
    try { await navigator.clipboard.writeText(source.textContent.trim()); } catch {
      getSelection().selectAllChildren(source);
      if (!document.execCommand("copy")) return;
    }
    button.querySelector("span").textContent = button.dataset.done;
  }

  // ---- a slash leads to the search box, unless somebody is writing
  document.addEventListener("keydown", event => {
    const box = document.querySelector(".top .search input[type=search]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box
      || document.querySelector("dialog:modal")
      || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    box.select();
  });

  // ---- live: the server says that the memory has moved on, and the page fetches itself again
  let paused = false, fetching = false, again;
  let latest = Number(byId("when")?.dataset.position ?? 0), shown = latest;
  function pause(on) {
    paused = on;
    document.querySelector(".live-pill")?.setAttribute("aria-pressed", String(!on));
    refresh();
  }
  const busy = part => part.contains(document.activeElement) || part.querySelector(".playing");
  /** What comes while the page is being fetched is fetched after it, once. */
  async function refresh() {
    if (fetching) return;
    fetching = true;
    try {
      while (latest > shown && !paused && byId("now") && byId("when")?.dataset.past === "false") {
        const address = new URL(location);
        address.searchParams.delete("do");
        const asked = latest, before = byId("now");
        try { await show(address.pathname + address.search, busy); } catch { /* Nothing came. */ }
        // Where nothing came, as while the service is away, it is asked for again a little later.
        if (byId("now") === before) {
          clearTimeout(again);
          again = setTimeout(refresh, 3000);
          return;
        }
        shown = asked;
      }
    } finally { fetching = false; }
  }
  function moved(position) {
    latest = Math.max(latest, position);
    return refresh();
  }
  // Where nobody is signed in any more, there is nothing to show.
  if (byId("when")) hearMemory(me.dataset.live, news => {
    if (!news.out) moved(news.position); else if (!document.querySelector("dialog:modal")) location.reload();
  });
  // While the demo's story is told, pages without live parts ask again by themselves.
  if (byId("telling") && !byId("now")) setTimeout(() => location.reload(), 1500);

  // ---- the time rail
  customElements.define("time-rail", class extends HTMLElement {
    connectedCallback() {
      this.range = this.querySelector("input");
      this.steps = [...this.querySelectorAll(".rail-steps li")].map(li => ({ day: li.dataset.day, note: li.textContent }));
      // A step stands as many days from the first as it was.
      for (const step of this.steps) step.offset = (Date.parse(step.day) - Date.parse(this.steps[0].day)) / 864e5;
      this.at = Math.max(0, this.steps.findLastIndex(step => step.offset <= Number(this.range.value)));
      this.bars = [...this.querySelectorAll(".rail-bars .b")];
      this.range.addEventListener("input", () => this.go(this.nearest(Number(this.range.value))));
      this.range.addEventListener("keydown", event => {
        const to = { Home: 0, End: this.last, PageUp: this.at + 5, PageDown: this.at - 5, ArrowUp: this.at + 1, ArrowDown: this.before(),
          [rtl ? "ArrowLeft" : "ArrowRight"]: this.at + 1, [rtl ? "ArrowRight" : "ArrowLeft"]: this.before() }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        this.go(Math.min(this.last, Math.max(0, to)));
      });
      this.addEventListener("click", event => {
        const what = event.target.closest("[data-rail]")?.dataset.rail;
        if (!what) return;
        if (what === "play") { if (this.playing) this.stop(); else this.play(); return; }
        this.stop();
        const at = what === "next" ? this.at + 1 : this.before();
        this.go(what === "now" ? this.last : Math.min(this.last, Math.max(0, at)));
      });
      this.place(this.querySelector(".rail-marks"));
      this.wide = new ResizeObserver(() => this.thin(this.querySelector(".rail-marks")));
      this.wide.observe(this);
      this.shade(this.at);
    }
    disconnectedCallback() { this.playing = false; this.wide.disconnect(); }
    /** Writes days where they lie: under the rail, or under what has its scale. */
    place(box) {
      const own = [...this.querySelectorAll(".rail-marks span")];
      [...box.children].forEach((mark, i) => {
        mark.style.insetInlineStart = `${100 * this.steps[own[i].dataset.at].offset / Math.max(this.range.max, 1)}%`;
      });
      box.classList.add("placed");
      this.thin(box);
    }
    /** Where days would be written over each other, those between the first and the last give way. */
    thin(box) {
      const marks = [...box.children], shown = [marks.at(-1), marks[0]];
      for (const mark of marks.slice(1, -1)) {
        const box = mark.getBoundingClientRect();
        const free = shown.every(other => {
          const beside = other.getBoundingClientRect();
          return box.left > beside.right + 4 || box.right < beside.left - 4;
        });
        mark.style.visibility = free ? "" : "hidden";
        if (free) shown.push(mark);
      }
    }
    get last() { return this.steps.length - 1; }
    /** The step before the day that is shown: one between two steps lies after the one that is shown as its. */
    before() { return this.dataset.between ? this.at : this.at - 1; }
    nearest(offset) {
      const away = this.steps.map(step => Math.abs(step.offset - offset));
      return away.indexOf(Math.min(...away));
    }
    /** What lies after a step is pale; the page itself says which day it is, which may lie between two steps. */
    shade(at) {
      this.bars.forEach((bar, i) => bar.classList.toggle("after", i > at));
    }
    paint(at) {
      delete this.dataset.between;
      const step = this.steps[at], label = written.format(Date.parse(step.day));
      this.at = at;
      this.range.value = step.offset;
      this.range.setAttribute("aria-valuetext", step.note ? `${label}: ${step.note}` : label);
      this.querySelector(".rail-date").textContent = label;
      this.querySelector(".rail-note").textContent = step.note;
      this.shade(at);
      this.querySelector('[data-rail="prev"]').disabled = at === 0;
      this.querySelector('[data-rail="next"]').disabled = at === this.last;
      this.querySelector('[data-rail="now"]').disabled = at === this.last && !location.search.includes("knownOn");
    }
    /** Shows a day; while the rail is dragged only the last one is fetched. */
    go(at) {
      this.paint(at);
      clearTimeout(this.waiting);
      const address = new URL(at === this.last ? this.dataset.now : location.href, location.href);
      if (at < this.last) address.searchParams.set("asOf", this.steps[at].day);
      address.searchParams.delete("do");
      return new Promise(done => {
        this.waiting = setTimeout(async () => {
          history.replaceState(null, "", address);
          try { await show(address.pathname + address.search, part => part.contains(this)); } finally { done(); }
        }, this.playing ? 0 : 70);
      });
    }
    async play() {
      this.playing = true;
      this.classList.add("playing");
      this.label(this.dataset.pause);
      let at = this.at;
      if (at >= this.last) at = -1;
      while (this.playing && at < this.last) {
        const began = performance.now();
        await this.go(++at);
        await new Promise(next => setTimeout(next, Math.max(0, 900 - (performance.now() - began))));
      }
      this.stop();
    }
    stop() {
      this.playing = false;
      this.classList.remove("playing");
      this.label(this.dataset.play);
    }
    label(text) { this.querySelector('[data-rail="play"]').setAttribute("aria-label", text); }
  });

  // ---- charts: each draws a table of the page, which is its data, its fallback and its print
  let library;
  const charts = () => library ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: me.dataset.echarts, onload: () => loaded(window.echarts), onerror: failed });
    document.head.append(script);
  });
  customElements.define("mem-chart", class extends HTMLElement {
    connectedCallback() {
      this.setAttribute("role", "img");
      this.seen = new IntersectionObserver(async entries => {
        if (!entries.some(entry => entry.isIntersecting)) return;
        this.seen.disconnect();
        const library = await charts();
        if (!this.isConnected) return;
        this.chart = library.init(this, null, { renderer: "svg" });
        this.size = new ResizeObserver(() => { this.chart.resize(); this.draw(); });
        this.size.observe(this);
        this.draw();
      }, { rootMargin: "200px" });
      this.seen.observe(this);
      this.again = () => this.draw();
      document.addEventListener("htmx:afterSettle", this.again);
    }
    disconnectedCallback() {
      document.removeEventListener("htmx:afterSettle", this.again);
      this.seen?.disconnect();
      this.size?.disconnect();
      this.chart?.dispose();
      this.chart = null;
    }
    draw() {
      const table = byId(this.dataset.table);
      if (this.chart && table) this.chart.setOption(this[this.dataset.kind](this.read(table)));
    }
    read(table) {
      const rows = [...table.tBodies[0].rows].map(row => ({
        name: row.cells[0].textContent.trim(), day: row.dataset.day,
        values: [...row.cells].slice(1).map(cell => cell.dataset.v === undefined ? null : Number(cell.dataset.v)),
        texts: [...row.cells].slice(1).map(cell => cell.textContent.trim()) }));
      return { columns: [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim()), rows };
    }
    color(token) {
      const probe = this.probe ??= this.appendChild(Object.assign(document.createElement("i"), { hidden: true }));
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    }
    /** Amounts in agorot on an axis: whole shekels, without their sign. */
    shekels(agorot) { return Math.round(agorot / 100).toLocaleString("en"); }
    /** What is accepted and pending, day by day, towards what is required: straight steps, since nothing moves between days. */
    road({ columns, rows }) {
      const font = getComputedStyle(root).getPropertyValue("--sans").trim();
      const table = byId(this.dataset.table), target = Number(table.dataset.target);
      // What held last holds until the day that is looked at.
      const last = rows.at(-1), until = table.dataset.until;
      if (last && until > last.day) rows = [...rows, { ...last, day: until }];
      // Rail and chart have one scale: the same days stand below each other.
      const rail = document.querySelector("time-rail"), steps = rail?.steps ?? rows;
      const from = steps[0]?.day, to = steps.at(-1)?.day;
      if (rail?.steps) {
        this.days ??= this.parentElement.insertBefore(document.createElement("div"), this.nextSibling);
        this.days.className = "day-marks chart-days";
        this.days.ariaHidden = "true";
        this.days.replaceChildren(...[...rail.querySelectorAll(".rail-marks span")].map(mark =>
          Object.assign(document.createElement("span"), { textContent: mark.textContent })));
        rail.place(this.days);
      }
      const most = Math.max(target * 1.15, ...rows.map(row => (row.values[0] + row.values[1]) * 1.05));
      const ink = this.color("--ink"), soft = this.color("--ink-3"), rule = this.color("--line");
      const tones = ["--green", "--indigo"].map(tone => this.color(tone));
      const side = rtl ? "right" : "left";
      const names = [columns[0], this.dataset.both];
      const series = names.map((name, i) => ({ id: "s" + i, name, type: "line", step: "end", stack: "all",
        symbol: "none", lineStyle: { width: i ? 2 : 3, type: i ? [6, 4] : "solid", color: tones[i] }, itemStyle: { color: tones[i] },
        areaStyle: { color: tones[i], opacity: i ? .08 : .16 }, emphasis: { disabled: true },
        data: rows.map((row, at) => ({ value: [row.day, row.values[i]], symbol: at === rows.length - 1 ? "circle" : "none", symbolSize: 7 })) }));
      series[0].markLine = { silent: true, symbol: "none", lineStyle: { color: this.color("--copper"), type: "dashed", width: 1.5 },
        label: { formatter: `${this.dataset.target} ${this.shekels(target)}`, position: "insideEndTop", color: this.color("--copper"),
          fontWeight: 600, fontFamily: font }, data: [{ yAxis: target }] };
      return { animationDuration: calm() ? 0 : 500, animationDurationUpdate: calm() ? 0 : 350, aria: { enabled: false },
        textStyle: { fontFamily: font, color: ink }, grid: { top: 44, bottom: 4, left: 27, right: 27 },
        legend: { top: 4, [side]: 8, icon: "roundRect", itemWidth: 18, itemHeight: 4, itemGap: 20, align: side,
          textStyle: { color: this.color("--ink-2"), fontSize: 13, fontFamily: font },
          data: rtl ? names.reverse() : names },
        tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: this.color("--surface"), borderColor: this.color("--line-2"),
          textStyle: { color: ink, fontFamily: font, fontSize: 13, align: side },
          formatter: points => [rows[points[0].dataIndex].name,
            ...columns.map((name, i) => `${name}: ${rows[points[0].dataIndex].texts[i]}`)].join("\n") },
        xAxis: { type: "time", inverse: rtl, min: from === to ? Date.parse(from) - 864e5 : from, max: to,
          axisLine: { lineStyle: { color: this.color("--line-2") } }, axisTick: { show: false }, axisLabel: { show: false } },
        yAxis: { type: "value", position: side, max: Math.ceil(most / 1e7) * 1e7, splitNumber: 4,
          splitLine: { lineStyle: { color: rule } }, axisLabel: { color: soft, fontFamily: font, inside: true, verticalAlign: "bottom", padding: [0, 0, 2, 0],
            showMinLabel: false, formatter: value => this.shekels(value) } },
        series };
    }
  });
  prepare();
})();
