/* Runs in the page of scripts/drawCards.ts, which sets HOST_CONFIGS. */
const markdown = globalThis.markdownit({ html: false, linkify: false });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** Draws a card with its folded parts open; returns the texts that stick out of it to the right. */
globalThis.draw = (json, theme) => {
  document.body.className = theme;
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIGS[theme]);
  card.parse(JSON.parse(JSON.stringify(json, (key, value) => (key === 'isVisible' ? true : value))));
  const box = document.getElementById('card');
  box.replaceChildren(card.render());
  const edge = box.getBoundingClientRect().right + 0.5;
  return [...box.querySelectorAll('span, p, button, input, textarea, select')]
    .filter((element) => element.getBoundingClientRect().right > edge)
    .map((element) => element.textContent.slice(0, 60));
};
