import type { CodeEntry } from '../model/catalog.ts';

/**
 * What a number that is not in the catalog says by its build alone. No causes: the build names none.
 * Layout: https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a
 */
const LAYOUT = 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a';

// winerror.h; only those that servers print.
const FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'RPC',
  2: 'COM calls (dispatch)',
  3: 'storage',
  4: 'interface-specific: each component has its own',
  7: 'Windows errors',
  8: 'Windows',
  9: 'security (SSPI)',
  10: 'control',
  11: 'certificates',
  12: 'Internet',
  15: 'set-up',
  19: '.NET runtime',
  23: 'side-by-side assemblies',
  25: 'HTTP',
  33: 'configuration',
  36: 'Windows Update',
};

// ntstatus.h
const NT_FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'debugger',
  2: 'RPC runtime',
  3: 'RPC stubs',
  4: 'input and output',
  7: 'Windows errors',
  8: 'certificates',
  9: 'security (SSPI)',
};

const SEVERITIES = ['a success', 'an information', 'a warning', 'an error'] as const;

/** @param word 32 bits, unsigned */
export function describeHresult(word: number): CodeEntry {
  const facility = (word >>> 16) & 0x7ff;
  const code = word & 0xffff;
  const named = facility in FACILITIES ? ` (${FACILITIES[facility]})` : '';
  const windows =
    facility === 7 ? ` The code is the Windows error ${code}: "net helpmsg ${code}" says it in words.` : '';
  return entry(
    hex(word),
    'hresult',
    `Facility ${facility}${named}, code ${code}`,
    `An HRESULT: ${word >= 0x80000000 ? 'a failure' : 'a success'} that is not in my catalog; this is what its bits say.${windows}`,
  );
}

/** @param word 32 bits, unsigned */
export function describeNtstatus(word: number): CodeEntry {
  const facility = (word >>> 16) & 0xfff;
  const own = (word & 0x20000000) !== 0;
  const named = !own && facility in NT_FACILITIES ? ` (${NT_FACILITIES[facility]})` : '';
  const whose = own ? ' A program defined it, not Windows.' : '';
  return entry(
    hex(word),
    'ntstatus',
    `Facility ${facility}${named}, code ${word & 0xffff}`,
    `An NTSTATUS, as crashes show them: ${SEVERITIES[word >>> 30]} that is not in my catalog; this is what its bits say.${whose}`,
  );
}

/** @param value 0 to 65535 */
export function describeWin32(value: number): CodeEntry {
  const range =
    value >= 12000 && value < 12200
      ? ' Numbers from 12000 to 12199 come from WinHTTP and WinINet.'
      : value >= 10000 && value < 11100
        ? ' Numbers from 10000 to 11099 come from Windows sockets.'
        : '';
  return entry(
    String(value),
    'win32',
    `Windows error ${value}`,
    `It is not in my catalog; "net helpmsg ${value}" on any Windows says it in words.${range}`,
  );
}

/** @param value as the process returned it */
export function describeExit(value: number): CodeEntry {
  return entry(
    String(value),
    'exit',
    `Exit code ${value}`,
    value > 128 && value < 160
      ? `On Linux, 128 and more means that signal ${value - 128} ended the process; on Windows the program chose this number itself.`
      : 'The program chose this number itself; what it printed before it ended says more.',
  );
}

/** @param status with sub-status, which the catalog does not have; @param known the status without it */
export function describeSubStatus(status: string, known: CodeEntry): CodeEntry {
  const meaning = `I do not know this sub-status; the status itself means: ${known.meaning}`;
  return { ...known, code: status, meaning };
}

function hex(word: number): string {
  return `0x${word.toString(16).padStart(8, '0')}`;
}

function entry(code: string, kind: CodeEntry['kind'], name: string, meaning: string): CodeEntry {
  return { code, kind, name, meaning, causes: [], sources: kind === 'exit' ? [] : [LAYOUT] };
}
