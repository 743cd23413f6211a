// Everything here only improves a page that already works. No dependencies, no inline anything.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const chinese = document.documentElement.lang.startsWith("zh");
  const on = (target, kind, action) => target.addEventListener(kind, action);
  const kept = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* Not kept, then. */ } },
  };

  // The summary of errors has the focus, also where autofocus is not known, and its links lead to the fields themselves.
  const errors = one(".aj-errors");
  if (errors) {
    on(window, "load", () => setTimeout(() => {
      if (document.activeElement === document.body) errors.focus();
    }, 200));
    on(errors, "click", (event) => {
      const hash = event.target.closest("a")?.hash;
      const field = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
      if (!field) return;
      event.preventDefault();
      const box = field.matches("input, select, textarea, button, a")
        ? field : one("input, select, textarea", field) || field;
      (field.closest(".aj-field, fieldset") || field).scrollIntoView();
      box.focus({ preventScroll: true });
    });
  }

  // Controls that need the script are hidden in the page and shown here.
  all("[data-aj-script]").forEach((element) => { element.hidden = false; });
  all("[data-aj-print]").forEach((button) => {
    button.hidden = false;
    on(button, "click", () => window.print());
  });
  // What is folded away on the screen is printed too.
  on(window, "beforeprint", () => all("details:not([open])").forEach((details) => {
    details.open = true;
    details.dataset.ajOpened = "";
  }));
  on(window, "afterprint", () => all("[data-aj-opened]").forEach((details) => {
    details.open = false;
    delete details.dataset.ajOpened;
  }));

  all("[data-aj-copy]").forEach((button) => {
    const source = one(button.dataset.ajCopy);
    if (!source || !navigator.clipboard) return;
    button.hidden = false;
    const before = button.textContent;
    button.setAttribute("aria-live", "polite");
    on(button, "click", async () => {
      await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
      button.textContent = chinese ? "已复制" : "Copied";
      setTimeout(() => { button.textContent = before; }, 3000);
    });
  });

  // A form goes once. Idempotency keys guard the server's side; this spares people the doubt.
  on(document, "submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    const now = Date.now();
    if (now - Number(form.dataset.ajSent || 0) < 10000) {
      event.preventDefault();
      return;
    }
    form.dataset.ajSent = now;
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(() => release(form), 10000);
  });
  const release = (form) => {
    delete form.dataset.ajSent;
    all("[aria-disabled=true]", form).forEach((button) => button.removeAttribute("aria-disabled"));
  };
  on(window, "pageshow", () => all("form").forEach(release));

  // How much may still be written, counted as the server counts: in code points.
  all("[data-aj-count]").forEach((field) => {
    const most = Number(field.dataset.ajCount);
    const seen = document.createElement("p");
    const said = document.createElement("p");
    seen.className = "aj-count";
    seen.setAttribute("aria-hidden", "true");
    said.className = "aj-sr";
    said.setAttribute("role", "status");
    field.after(seen, said);
    let waiting;
    const show = () => {
      const left = most - [...field.value].length;
      const text = chinese
        ? (left < 0 ? `超出 ${-left} 字` : `还可以写 ${left} 字`)
        : left < 0 ? `${-left} characters too many` : `${left} characters left`;
      seen.textContent = text;
      seen.classList.toggle("aj-error", left < 0);
      clearTimeout(waiting);
      waiting = setTimeout(() => { said.textContent = text; }, 1500);
    };
    on(field, "input", show);
    show();
  });

  // Set where there is a session: tells it that the server has just heard from us.
  let alive = () => {};

  // Drafts: <form data-aj-draft="URL"> is sent there a while after each change, and says so.
  all("form[data-aj-draft]").forEach((form) => {
    const hint = one("[data-aj-saved]", form);
    let waiting;
    const say = (text) => { if (hint) { hint.hidden = false; hint.textContent = text; } };
    const save = async () => {
      try {
        const answer = await fetch(form.dataset.ajDraft, {
          method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin",
        });
        if (!answer.ok || answer.redirected) throw new Error();
        const time = new Date().toLocaleTimeString(chinese ? "zh-CN" : "en-GB", { timeStyle: "short" });
        alive(true);
        say(chinese ? `草稿已于 ${time} 保存` : `Draft saved at ${time}`);
      } catch {
        say(chinese ? "草稿未能保存，请先不要关闭本页" : "The draft could not be saved; keep this page open");
      }
    };
    on(form, "input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, 2000);
    });
    on(form, "submit", () => clearTimeout(waiting));
  });

  // The session: a warning two minutes before it ends, in every open page of it.
  const session = document.getElementById("aj-session");
  const idle = Number(document.body.dataset.ajIdle);
  if (session?.showModal && idle > 0) {
    const warning = Math.min(120, idle / 2);
    const part = (name) => one(`[data-aj-part=${name}]`, session);
    const channel = "BroadcastChannel" in window ? new BroadcastChannel("aj-session") : null;
    let last = Date.now();
    let told = 0;
    let over = false;
    alive = (tell) => {
      last = Date.now();
      told = 0;
      if (session.open && !over) session.close();
      if (tell) channel?.postMessage("alive");
    };
    const end = () => {
      over = true;
      part("warn").hidden = true;
      part("over").hidden = false;
      session.setAttribute("aria-labelledby", "aj-session-over");
      if (!session.open) session.showModal();
      one("h2", part("over")).focus();
    };
    const words = (seconds) => {
      if (seconds > 60) {
        const minutes = Math.ceil(seconds / 60);
        return chinese ? `${minutes} 分钟` : `${minutes} minutes`;
      }
      const shown = Math.max(10, Math.ceil(seconds / 10) * 10);
      return chinese ? `${shown} 秒` : `${shown} seconds`;
    };
    const stay = async () => {
      try {
        const answer = await fetch(document.body.dataset.ajStay, {
          method: "POST", body: new URLSearchParams(new FormData(one("form", session))), credentials: "same-origin",
        });
        if (!answer.ok || answer.redirected) end(); else alive(true);
      } catch { /* No network: the clock runs on, and the button can be pressed again. */ }
    };
    const tick = () => {
      if (over) return;
      const left = idle - (Date.now() - last) / 1000;
      if (left <= 0) return end();
      if (left > warning) return;
      if (!session.open) session.showModal();
      const text = words(left);
      one("[data-aj-left]", session).textContent = text;
      const mark = Math.ceil(left / 30);
      if (told !== mark) {
        told = mark;
        one("[data-aj-say]", session).textContent = text;
      }
    };
    if (channel) channel.onmessage = () => alive(false);
    alive(true);
    on(one("[data-aj-stay]", session), "click", stay);
    on(session, "cancel", (event) => {
      event.preventDefault();
      if (!over) stay();
    });
    setInterval(tick, 1000);
    on(document, "visibilitychange", tick);
  }

  // Keys for the desk. They can be turned off, and never act while something is being written.
  const help = document.getElementById("aj-keys");
  const rows = () => all("[data-aj-queue] a[data-aj-item]");
  if (help?.showModal) {
    const box = one("[data-aj-keys-on]", help);
    const list = one("[data-aj-list]", help);
    all("[data-aj-key]").forEach((element) => {
      const row = document.createElement("div");
      const key = document.createElement("kbd");
      row.append(document.createElement("dt"), document.createElement("dd"));
      key.textContent = element.dataset.ajKey;
      row.firstChild.append(key);
      row.lastChild.textContent = element.textContent.trim();
      list.append(row);
    });
    box.checked = kept.get("aj-keys") !== "off";
    on(box, "change", () => kept.set("aj-keys", box.checked ? "on" : "off"));
    all("[data-aj-help]").forEach((button) => {
      button.hidden = false;
      on(button, "click", () => help.showModal());
    });
    on(document, "keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !box.checked) return;
      if (one("dialog[open]") || event.target.closest("input, select, textarea, [contenteditable]")) return;
      const key = event.key;
      let target;
      if (key === "j" || key === "k") {
        const list = rows();
        const at = list.indexOf(document.activeElement);
        target = list[at < 0 ? 0 : at + (key === "j" ? 1 : -1)];
      } else if (key === "/") {
        target = one("[data-aj-search]");
      } else if (key === "?") {
        event.preventDefault();
        help.showModal();
        return;
      } else if (/^[a-z0-9]$/.test(key)) {
        const element = one(`[data-aj-key="${key}"]`);
        if (!element) return;
        event.preventDefault();
        // A link is followed; a button is only gone to, so that no stray key decides anything.
        if (element.matches("a[href]")) element.click(); else element.focus();
        return;
      }
      if (!target) return;
      event.preventDefault();
      if (key === "/" && target.matches("a")) return target.click();
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    });
  }
})();
