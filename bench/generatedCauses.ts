import type { Catalog, Cause, Matcher, Signature, Strength } from '../src/model/catalog.ts';
import { Dice } from './dice.ts';

/**
 * Adds causes until the catalog has `count`: names of products nobody has, with sentences as products print them, a code,
 * an exception, an event, a status. Words such as "failed" and "could not" are common to all, as in the real ones.
 * @param count at least as many as the catalog has
 * @returns the same causes for the same count
 */
export function withGeneratedCauses(catalog: Catalog, count: number): Catalog {
  const random = new Dice(count);
  const model = catalog.causes.find((cause) => cause.kind === 'cause')!;
  const made = Array.from({ length: Math.max(0, count - catalog.causes.length) }, (_, index) =>
    generated(index, model, random),
  );
  return { ...catalog, causes: [...catalog.causes, ...made] };
}

function generated(index: number, model: Cause, random: Dice): Cause {
  const product = `${name(random)} ${random.pick(KINDS)}`;
  const count = 6 + random.next(10);
  const signatures = Array.from({ length: count }, (_, rank) => signature(rank, product, random));
  return {
    ...model,
    id: `generated-${index}`,
    title: `${product} does not start`,
    pages: random.next(4) === 0 ? [{ status: random.pick(STATUSES), title: `${product} ${random.pick(FAULTS)}` }] : [],
    symptoms: {},
    signatures,
    against: [],
    tellApart: [],
    related: [],
    match: [],
    noMatch: [],
  };
}

function signature(rank: number, product: string, random: Dice): Signature {
  const matcher =
    rank < 5 ? sentence(product, random) : random.pick([sentence, sentence, code, exception, event])(product, random);
  const status: Matcher[] = rank === 5 ? [{ status: random.pick(STATUSES) }] : [];
  const strength = random.pick<Strength>(['decisive', 'strong', 'strong', 'supporting']);
  return { all: [matcher, ...status], none: [], in: [], strength, why: 'this product alone says so' };
}

function sentence(product: string, random: Dice): Matcher {
  const text = random
    .pick(SENTENCES)
    .replace('%p', product)
    .replace('%w', name(random))
    .replace('%f', random.pick(FAULTS))
    .replace('%n', String(1000 + random.next(9000)));
  return { text };
}

function code(_product: string, random: Dice): Matcher {
  return { code: `0x8${random.next(0xfff_ffff).toString(16).padStart(7, '0')}` };
}

function exception(product: string, random: Dice): Matcher {
  return { exception: `${product.split(' ')[0]!}.${name(random)}Exception` };
}

function event(product: string, random: Dice): Matcher {
  return { event: random.pick(['IIS AspNetCore Module V2', '.NET Runtime', product]), id: 1000 + random.next(9000) };
}

function name(random: Dice): string {
  const letters = Array.from({ length: 2 + random.next(2) }, () => random.pick(SYLLABLES)).join('');
  return `${letters[0]!.toUpperCase()}${letters.slice(1)}`;
}

const SYLLABLES =
  'ba den cor fi gal hu jen ka lor mi nex ora pel qui ras sto tun ur vel wen xi yor zan bri cla dro fle gru ple tri'.split(
    ' ',
  );
const KINDS = [
  'Service',
  'Gateway',
  'Agent',
  'Module',
  'Host',
  'Connector',
  'Provider',
  'Broker',
  'Scheduler',
  'Proxy',
];
const FAULTS = [
  'startup failure',
  'failed to load',
  'was not found',
  'access is denied',
  'timed out',
  'is not supported',
];
const STATUSES = ['500.0', '500.30', '500.31', '502.5', '503', '500.19', '404', '413.1', '502.3', '500.37'];
const SENTENCES = [
  "%p could not load the file or assembly '{file}' or one of its dependencies of %w",
  'The configuration section %w of %p cannot be read because it is missing a section declaration',
  "%p failed to start process with commandline '{command}', %w returned error %n",
  'Failed to bind to address {address} for %p: %w is already in use',
  "An error occurred while the %p was loading the settings of '%w'",
  '%p: unable to resolve service %w while attempting to activate {type}',
  'The %w pool of %p is being automatically disabled due to a series of failures',
  'A connection to %w was established, but %p %f during the handshake',
  '%p version {version} requires %w %n or later to be installed on this machine',
  'Module %w of %p %f',
  'Cannot open database %w requested by the login of %p',
];
