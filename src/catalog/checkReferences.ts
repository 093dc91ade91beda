import { SETTING_IDS } from '../model/settings.ts';
import type { Step } from '../model/catalog.ts';
import type { Fault } from './faults.ts';
import type { CatalogFiles } from './readCatalog.ts';
import { placeMatchers } from './signatureTexts.ts';
import { suggestName } from './suggest.ts';
import type { YamlPath, YamlSource } from './yamlSource.ts';

/** Checks that every id that an entry names exists. */
export function checkReferences(files: CatalogFiles): Fault[] {
  const written = files.causeNames;
  // With a broken ids.yaml or vocabulary.yaml every id would look unknown; the fault of the file itself is enough.
  const promised = files.ids && [...written, ...files.ids.value.map(({ id }) => id)];
  const procedures = files.procedureNames;
  const statements = files.vocabulary?.value.statements.map(({ id }) => id);
  const concepts = files.vocabulary?.value.concepts.map(({ id }) => id);
  const faults: Fault[] = [];
  const expect = (
    kind: string,
    known: readonly string[] | undefined,
    id: string,
    source: YamlSource,
    path: YamlPath,
  ) => {
    if (known === undefined || known.includes(id)) return;
    const help = promised?.includes(id) ? 'its file is not written yet' : suggestName(id, known);
    faults.push(source.faultAt(path, `unknown ${kind} "${id}"${help && `; ${help}`}`));
  };
  const expectInSteps = (steps: readonly Step[], source: YamlSource) => {
    for (const [index, step] of steps.entries()) {
      if (step.procedure !== undefined) {
        expect('procedure', procedures, step.procedure, source, ['steps', index, 'procedure']);
      }
      if (step.doneBy !== undefined) expect('statement', statements, step.doneBy, source, ['steps', index, 'doneBy']);
    }
  };

  for (const { value: cause, source } of files.causes) {
    cause.related.forEach((id, index) => expect('cause', promised, id, source, ['related', index]));
    cause.tellApart.forEach(({ from }, index) => expect('cause', promised, from, source, ['tellApart', index, 'from']));
    expectInSteps(cause.steps, source);
    for (const list of ['signatures', 'against'] as const) {
      for (const [index, signature] of cause[list].entries()) {
        for (const { matcher, path } of placeMatchers(signature, [list, index], source)) {
          if ('statement' in matcher)
            expect('statement', statements, matcher.statement, source, [...path, 'statement']);
          if ('said' in matcher)
            matcher.said.forEach((id, rank) => expect('concept', concepts, id, source, [...path, 'said', rank]));
          if ('setting' in matcher) expect('setting', SETTING_IDS, matcher.setting, source, [...path, 'setting']);
        }
      }
    }
    if (cause.related.includes(cause.id)) {
      const at = ['related', cause.related.indexOf(cause.id)];
      faults.push(source.faultAt(at, 'related names the entry itself; take it out'));
    }
    const self = cause.tellApart.findIndex(({ from }) => from === cause.id);
    if (self !== -1)
      faults.push(source.faultAt(['tellApart', self, 'from'], 'tellApart names the entry itself; take it out'));
  }
  for (const { value: procedure, source } of files.procedures) {
    procedure.related.forEach((id, index) =>
      expect('procedure or cause', promised && [...procedures, ...promised], id, source, ['related', index]),
    );
    if (procedure.switchOff !== undefined) expect('procedure', procedures, procedure.switchOff, source, ['switchOff']);
    if (procedure.leavesOn !== undefined && procedure.switchOff === undefined) {
      faults.push(
        source.faultAt(
          ['leavesOn'],
          `it leaves ${procedure.leavesOn} on and has no "switchOff"; name the procedure that switches it off`,
        ),
      );
    }
    expectInSteps(procedure.steps, source);
  }
  for (const { value: codes, source } of files.codes) {
    for (const [index, { causes }] of codes.entries()) {
      causes.forEach((id, place) => expect('cause', promised, id, source, [index, 'causes', place]));
    }
  }
  return faults;
}
