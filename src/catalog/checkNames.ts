import type { CodeEntry } from '../model/catalog.ts';
import type { Fault } from './faults.ts';
import type { CatalogFiles } from './readCatalog.ts';
import { textFault } from './signatureTexts.ts';
import type { YamlPath, YamlSource } from './yamlSource.ts';

const CODE_FORMS: Readonly<Record<CodeEntry['kind'], { readonly form: RegExp; readonly words: string }>> = {
  hresult: { form: /^0x[0-9a-f]{8}$/, words: "0x and eight small hex digits, such as '0x80070002'" },
  ntstatus: { form: /^0x[0-9a-f]{8}$/, words: "0x and eight small hex digits, such as '0xc0000135'" },
  'dotnet-host': { form: /^0x[0-9a-f]{8}$/, words: "0x and eight small hex digits, such as '0x80008081'" },
  http: { form: /^[1-5]\d{2}(?:\.\d{1,3})?$/, words: "an HTTP status such as '500.19'" },
  win32: { form: /^\d{1,10}$/, words: "a decimal number such as '12002'" },
  exit: { form: /^(?:0x[0-9a-f]{8}|-?\d{1,10})$/, words: 'a decimal number, or 0x and eight small hex digits' },
};

/** Checks file names, ids that must be unique, and the forms of codes and phrases. */
export function checkNames(files: CatalogFiles): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, Fault>();
  const claim = (kind: string, id: string, source: YamlSource, path: YamlPath) => {
    const fault = source.faultAt(path, '');
    const first = seen.get(`${kind} ${id}`);
    if (first) {
      faults.push({
        ...fault,
        message: `${kind} "${id}" is already at ${first.file}:${first.line}:${first.column}; keep one`,
      });
    } else {
      seen.set(`${kind} ${id}`, fault);
    }
  };

  // Causes and procedures share one space of names: `related` of a procedure may name either.
  for (const { name, value, source } of [...files.causes, ...files.procedures]) {
    if (value.id !== name) {
      faults.push(
        source.faultAt(['id'], `id is "${value.id}", but the file is ${name}.yaml; the two must be the same`),
      );
    }
    claim('id', value.id, source, ['id']);
  }
  for (const { value: codes, source } of files.codes) {
    for (const [index, { code, kind }] of codes.entries()) {
      claim(`${kind} code`, code, source, [index, 'code']);
      const { form, words } = CODE_FORMS[kind];
      if (!form.test(code)) faults.push(source.faultAt([index, 'code'], `${kind} code is "${code}"; write ${words}`));
    }
  }
  for (const [index, { id }] of (files.ids?.value ?? []).entries()) {
    claim('official id', id, files.ids!.source, ['causes', index, 'id']);
  }
  if (files.vocabulary) {
    const { value: vocabulary, source } = files.vocabulary;
    vocabulary.foreign.forEach(({ id }, index) => claim('foreign field', id, source, ['foreign', index, 'id']));
    for (const [index, { id, terms }] of vocabulary.concepts.entries()) {
      claim('concept', id, source, ['concepts', index, 'id']);
      terms.forEach((term, rank) =>
        claim(`term of ${id}`, term.toLowerCase(), source, ['concepts', index, 'terms', rank]),
      );
    }
    for (const [index, { id, phrases }] of vocabulary.statements.entries()) {
      claim('statement', id, source, ['statements', index, 'id']);
      for (const [place, phrase] of phrases.entries()) {
        claim(`phrase of ${id}`, phrase.toLowerCase(), source, ['statements', index, 'phrases', place]);
        // One phrase may serve two statements ("nothing in any log" is two absences), but not the same one twice.
        // Short phrases are fine: people say "nothing". Only the braces have to be right.
        const wrong = textFault(`${phrase} ......`);
        if (wrong) faults.push(source.faultAt(['statements', index, 'phrases', place], `phrase "${phrase}": ${wrong}`));
      }
    }
  }
  return faults;
}
