// Without this script the page still reads: every marked word is a link to its claim, and every claim one to its word.
for (const reading of document.querySelectorAll(".reading")) {
  const all = (query) => [...reading.querySelectorAll(query)];
  const cards = all(".claim");
  const pieces = all("[data-t], [data-p], [data-e]");
  const numbers = (element) => (element.dataset.t || element.dataset.c || "").split(" ");
  const has = (value, number) => (value || "").split(" ").includes(number);
  const narrow = matchMedia("(max-width: 62rem)");
  let kept = null;

  function light(number) {
    for (const piece of pieces) {
      const { t, p, e } = piece.dataset;
      piece.classList.toggle("on", Boolean(number) && (has(t, number) || has(p, number) || has(e, number)));
    }
    for (const card of cards) card.classList.toggle("on", card.dataset.c === number);
  }
  const card = (number) => cards.find((one) => one.dataset.c === number);
  function within(element, box) {
    const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + top - box.clientHeight / 3, behavior: "smooth" });
  }
  function show(number) {
    kept = number;
    light(number);
    for (const one of cards) one.classList.toggle("sheet", narrow.matches && one.dataset.c === number);
    if (!narrow.matches && number) within(card(number), reading.querySelector(".beside"));
  }

  for (const mark of all(".trigger")) {
    mark.addEventListener("mouseenter", () => light(numbers(mark)[0]));
    mark.addEventListener("mouseleave", () => light(kept));
    mark.addEventListener("focus", () => light(numbers(mark)[0]));
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      const turn = numbers(mark);
      const next = turn[(turn.indexOf(kept) + 1) % turn.length];
      show(next);
      history.replaceState(null, "", "#" + card(next).id);
    });
  }
  for (const one of cards) {
    one.addEventListener("mouseenter", () => light(one.dataset.c));
    one.addEventListener("mouseleave", () => light(kept));
    one.querySelector("h2 a").addEventListener("click", () => { kept = one.dataset.c; light(kept); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
  document.addEventListener("click", (event) => {
    if (kept && !event.target.closest(".trigger, .claim, .chip")) show(null);
  });

  const only = {};
  for (const chip of all("button.chip")) {
    chip.addEventListener("click", () => {
      const { only: by, value } = chip.dataset;
      only[by] = only[by] === value ? null : value;
      for (const other of all(`button.chip[data-only="${by}"]`)) other.setAttribute("aria-pressed", String(other.dataset.value === only[by]));
      const hidden = ({ type, voice }) => (only.type && only.type !== type) || (only.voice && only.voice !== voice);
      for (const one of cards) one.hidden = Boolean(hidden(one.dataset));
      for (const mark of all(".trigger")) mark.classList.toggle("off", numbers(mark).every((n) => hidden(card(n).dataset)));
    });
  }
  const asked = cards.find((one) => "#" + one.id === location.hash);
  if (asked) show(asked.dataset.c);
}
