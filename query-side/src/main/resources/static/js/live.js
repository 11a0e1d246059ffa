// SPDX-License-Identifier: Apache-2.0
/* One stream for all open pages of a browser, which lets only six connections to a place be open at a time. A shared worker
   holds it; where there is none, one of the pages does, and another one takes over when it goes. */
(() => {
  /** Listens to where the memory stands, and tells. Tells { out: true } once nobody is signed in any more. */
  function listen(tell) {
    let latest = 0, source, silence, again, ended = false;
    const moved = position => tell({ position: latest = Math.max(latest, position) });
    function follow() {
      source = new EventSource("/live");
      silence = setTimeout(ask, 5000);
      source.addEventListener("hello", event => { clearTimeout(silence); moved(Number(event.data)); });
      source.addEventListener("position", event => moved(Number(event.data)));
      // Once an answer is no stream the browser gives up; then it is asked for.
      source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) ask(); });
    }
    /** The same without a stream, as behind something that holds it back. */
    async function ask() {
      clearTimeout(silence);
      source.close();
      try {
        const answer = await fetch("/live/position");
        const position = await answer.text();
        if (ended) return;
        if (answer.status === 401) return tell({ out: true });
        if (answer.ok) moved(Number(position));
      } catch { /* The service is away: it is asked again. */ }
      if (!ended) again = setTimeout(ask, 3000);
    }
    follow();
    return {
      repeat: () => latest && tell({ position: latest }),
      end() { ended = true; clearTimeout(silence); clearTimeout(again); source.close(); }
    };
  }

  if ("onconnect" in self) {
    const pages = new Set();
    let listening;
    function end() { listening?.end(); listening = null; }
    function tell(news) {
      for (const page of pages) page.postMessage(news);
      if (news.out) end();
    }
    self.onconnect = event => {
      const page = event.ports[0];
      pages.add(page);
      page.onmessage = () => {
        pages.delete(page);
        if (!pages.size) end();
      };
      if (listening) listening.repeat(); else listening = listen(tell);
    };
    return;
  }

  /** Lets the page hear; the worker is this very file. */
  self.hearMemory = (worker, hear) => {
    if (self.SharedWorker) {
      const port = new SharedWorker(worker).port;
      port.onmessage = event => hear(event.data);
      addEventListener("pagehide", () => port.postMessage("leaving"));
      addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    } else if (navigator.locks && self.BroadcastChannel) {
      const others = new BroadcastChannel("memory");
      let listening;
      others.onmessage = event => { if (event.data.joins) listening?.repeat(); else hear(event.data); };
      others.postMessage({ joins: true });
      navigator.locks.request("memory", () => new Promise(() => {
        listening = listen(news => { others.postMessage(news); hear(news); });
      }));
    } else {
      listen(hear);
    }
  };
})();
