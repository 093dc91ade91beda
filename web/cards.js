import { addCopyButtons } from './copyCode.js';
import { openMenu } from './menu.js';
import { addSoftBreaks } from './softBreaks.js';
import { currentTheme } from './theme.js';

/**
 * Draws Adaptive Cards with the renderer that /vendor/adaptivecards.min.js puts into `AdaptiveCards`.
 * @typedef {{type: 'submit', title: string, data: object, texts: string[]} | {type: 'execute', title: string, verb: string, data: object}} Click
 *          texts: what stands in the multi-line boxes that travel with the click
 * @typedef {{card: any, element: HTMLElement}} DrawnCard
 */

const { AdaptiveCard, HostConfig, GlobalSettings, SubmitAction, ExecuteAction, OpenUrlAction, ToggleVisibilityAction } =
  AdaptiveCards;

// Raw HTML stays text, and a link leads to https or is no link.
const markdown = markdownit({ html: false, linkify: false });
markdown.validateLink = (/** @type {string} */ url) => /^https:\/\//i.test(url);
/** @type {(tokens: any, index: number, options: any, env: any, self: any) => string} */
const openLink = (tokens, index, options, _env, self) => {
  tokens[index].attrSet('target', '_blank');
  tokens[index].attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};
markdown.renderer.rules.link_open = openLink;
AdaptiveCard.onProcessMarkdown = (/** @type {string} */ text, /** @type {any} */ result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
GlobalSettings.setTabIndexAtCardRoot = false;

/** A window as narrow as a telephone: less room around everything. */
export const NARROW = matchMedia('(max-width: 560px)');
const NARROW_SPACING = { small: 4, default: 8, medium: 10, large: 14, extraLarge: 18, padding: 12 };

const configs = await (await fetch('/hostConfigs.json')).json();

/**
 * @param {object} json
 * @param {(click: Click) => void} onClick
 * @param {Map<string, unknown>} [inputs] values to start with, by input id
 * @returns {DrawnCard}
 */
export function drawCard(json, onClick, inputs = new Map()) {
  const card = new AdaptiveCard();
  const config = configs[currentTheme()];
  card.hostConfig = new HostConfig(NARROW.matches ? { ...config, spacing: NARROW_SPACING } : config);
  card.onExecuteAction = (/** @type {any} */ action) => execute(action, onClick);
  card.onDisplayOverflowActionMenu = (/** @type {any[]} */ actions, /** @type {HTMLElement} */ target) => {
    const rows = actions.map((action) => ({
      title: action.title ?? '',
      hint: action.tooltip ?? '',
      run: () => action.execute(),
    }));
    openMenu(target, rows);
    return true;
  };
  card.parse(json);
  for (const input of card.getAllInputs()) if (inputs.has(input.id)) input.defaultValue = inputs.get(input.id);
  const element = card.render() ?? document.createElement('div');
  mend(element, card);
  return { card, element };
}

/**
 * What stands in the inputs of a card, to draw it again without losing it.
 * @param {DrawnCard} drawn
 * @returns {Map<string, unknown>} by input id; empty ones are left out
 */
export function inputValues({ card }) {
  return new Map(
    card
      .getAllInputs()
      .filter((/** @type {any} */ input) => input.value !== undefined && input.value !== '')
      .map((/** @type {any} */ input) => [input.id, input.value]),
  );
}

/**
 * @param {any} action
 * @param {(click: Click) => void} onClick
 */
function execute(action, onClick) {
  const title = action.title ?? '';
  if (action instanceof OpenUrlAction) {
    if (/^https:\/\//i.test(action.url ?? '')) window.open(action.url, '_blank', 'noopener,noreferrer');
  } else if (action instanceof ExecuteAction) {
    onClick({ type: 'execute', title, verb: action.verb, data: action.data ?? {} });
  } else if (action instanceof SubmitAction) {
    onClick({ type: 'submit', title, data: action.data ?? {}, texts: textsOf(action) });
  }
}

/** @param {any} action */
function textsOf(action) {
  return Object.values(action.getReferencedInputs() ?? {})
    .filter((input) => input.getJsonTypeName() === 'Input.Text' && typeof input.value === 'string')
    .map((input) => input.value.trim())
    .filter((text) => text !== '');
}

/**
 * What the renderer leaves out: ids that are unique on the page, and folds that say whether they are open.
 * @param {HTMLElement} element
 * @param {any} card
 */
function mend(element, card) {
  makeIdsUnique(element);
  addCopyButtons(card);
  addSoftBreaks(element);
  markSmall(element, card.hostConfig.fontTypes.default.fontSizes.small);
  if (card.getAllActions().some(({ data }) => data?.verb === 'evidence')) markQuotes(element);
  for (const box of element.querySelectorAll('textarea')) {
    box.spellcheck = false;
    box.rows = 4;
  }
  for (const action of card.getAllActions()) {
    if (!(action instanceof ToggleVisibilityAction)) continue;
    const opener = action.renderedElement ?? action.parent?.renderedElement;
    const targets = Object.keys(action.targetElements).map((id) => card.getElementById(id));
    const show = () => opener?.setAttribute('aria-expanded', String(targets.some((target) => target?.isVisible)));
    const ids = targets.map((target) => target?.renderedElement?.id ?? '').filter((id) => id !== '');
    if (ids.length > 0) opener?.setAttribute('aria-controls', ids.join(' '));
    // The handler is called before the fold opens.
    action.onExecute = () => queueMicrotask(show);
    show();
  }
  element.lang = 'en';
}

/** The renderer gives a paragraph of small runs the line height of large ones. @param {HTMLElement} element @param {number} smallPx */
function markSmall(element, smallPx) {
  for (const block of element.querySelectorAll('.ac-richTextBlock')) {
    const runs = [...block.querySelectorAll('.ac-textRun')];
    const isSmall = runs.every((run) => run instanceof HTMLElement && parseFloat(run.style.fontSize) <= smallPx);
    block.classList.toggle('small', runs.length > 0 && isSmall);
  }
}

/** The card that leads to the whole evidence shows the beginning of each quoted line. @param {HTMLElement} element */
function markQuotes(element) {
  for (const block of element.querySelectorAll('.ac-richTextBlock'))
    block.classList.toggle('quoted', /^\u201C[^]*\u201D$/.test(block.textContent ?? ''));
}

let cards = 0;

/**
 * Two cards on the page may both have a box called "paste"; a label must find its own. The renderer's "__ac-" ids are unique.
 * @param {HTMLElement} element
 */
function makeIdsUnique(element) {
  cards += 1;
  const own = (/** @type {string} */ id) => (id.startsWith('__ac-') ? id : `card${cards}-${id}`);
  for (const part of element.querySelectorAll('[id]')) part.id = own(part.id);
  for (const part of element.querySelectorAll('label[for]'))
    part.setAttribute('for', own(part.getAttribute('for') ?? ''));
}
