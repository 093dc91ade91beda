import type { ArtifactParser } from '../artifactParser.ts';

/** Log of the hosting bundle's installer (Burn) or of one of its MSI packages. */
export const installerLog: ArtifactParser = {
  kind: 'installer-log',
  channel: 'installerLog',
  cues: [
    'failed to execute exe package',
    'failed to execute msi package',
    'failed to execute msu package',
    'failed to configure per-machine',
    'failed to configure per-user',
    'failed to acquire payload',
    'return value 3.',
    ']i001: burn v',
    'acquiring package: ',
    'windows installer installed the product',
    'installation success or error status: ',
  ],
  opens:
    /^\W{0,4}(?:[0-9A-F]{4}:[0-9A-F]{4}\]?\[\d{4}-\d\d-\d\d|MSI \([sc]\)|(?:Verbose l|L)ogging st|CustomAction \w|Property\([SC]\):|Action (?:(?:start|ended) )?\d{1,2}:|Burn v\d|Setup Failed\b|Info \d{4}\.|InstallValidate\b)/i,
  holds: /^\s{2,}\S|^\W{0,16}(?:Error 0x|CustomAction|Property\()/i,
  absorbs: [],
};
