import { settingCaptures } from '../model/settings.ts';
import type { Cause, Signature } from '../model/catalog.ts';
import type { Fault } from './faults.ts';
import type { Entry } from './readCatalog.ts';
import { placeholdersOf, placeMatchers, textFault } from './signatureTexts.ts';
import type { YamlPath } from './yamlSource.ts';

/** Checks what one cause promises on its own; steps and references are checked elsewhere. */
export function checkCause(entry: Entry<Cause>): Fault[] {
  return [
    ...checkKind(entry),
    ...checkSignatures(entry),
    ...checkHeadline(entry),
    ...checkProfiles(entry),
    ...checkExamples(entry),
  ];
}

function checkKind({ value: cause, source }: Entry<Cause>): Fault[] {
  const faults: Fault[] = [];
  if (cause.signatures.length === 0 && cause.pages.length === 0) {
    faults.push(source.faultAt(['signatures'], 'the entry has no signatures and no pages; nothing would ever find it'));
  }
  if (cause.kind === 'page' && cause.doesNotSay === undefined) {
    faults.push(source.faultAt(['kind'], 'a page has no "doesNotSay"; say what the page does not tell'));
  }
  if (cause.kind === 'page' && cause.fetch === undefined) {
    faults.push(source.faultAt(['kind'], 'a page has no "fetch"; say the one thing to fetch, and which symptom it is'));
  }
  return faults;
}

function checkSignatures({ value: cause, source }: Entry<Cause>): Fault[] {
  const check = (signature: Signature, path: YamlPath): Fault[] =>
    placeMatchers(signature, path, source).flatMap((placed) => {
      if (!('text' in placed.matcher)) return [];
      const wrong = textFault(placed.matcher.text);
      return wrong === undefined
        ? []
        : [source.faultAt([...placed.path, 'text'], `text "${placed.matcher.text}": ${wrong}`)];
    });
  return [
    ...cause.signatures.flatMap((signature, index) => check(signature, ['signatures', index])),
    ...cause.against.flatMap((signature, index) => check(signature, ['against', index])),
  ];
}

function checkHeadline({ value: cause, source }: Entry<Cause>): Fault[] {
  if (cause.headline === undefined) return [];
  const captured = new Set(
    cause.signatures.flatMap((signature) =>
      signature.all.flatMap((matcher) => {
        if ('setting' in matcher) return settingCaptures(matcher.setting);
        return 'text' in matcher ? placeholdersOf(matcher.text) : [];
      }),
    ),
  );
  captured.delete('gap');
  return placeholdersOf(cause.headline)
    .filter((name) => !captured.has(name))
    .map((name) =>
      source.faultAt(
        ['headline'],
        `headline shows {${name}}, which no signature captures; captured: ${[...captured].join(', ') || 'nothing'}`,
      ),
    );
}

function checkProfiles({ value: cause, source }: Entry<Cause>): Fault[] {
  return Object.entries(cause.symptoms)
    .filter(([, profile]) => profile.says.length === 0 && profile.absent.length === 0)
    .map(([symptom]) =>
      source.faultAt(['symptoms', symptom], `symptoms.${symptom} says nothing; give says or absent, or take it out`),
    );
}

function checkExamples({ value: cause, source }: Entry<Cause>): Fault[] {
  if (cause.match.some((example) => example.partial)) return [];
  return [source.faultAt(['match'], 'match has no example with partial: true; cut one as people cut their pastes')];
}
