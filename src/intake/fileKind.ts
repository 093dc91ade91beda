/** A file that is no text: what it is, and how its text gets to the bot. */
export interface FileKind {
  readonly id: string;
  /** To stand behind the file's name: "is a PDF. Copy the text ...". */
  readonly says: string;
  /** True for a picture: the text in it may be read. */
  readonly picture?: true;
}

interface Known extends FileKind {
  /** Bytes at the beginning, one character a byte. */
  readonly begins: string;
  /** Bytes that must stand in the first 4 KB as well. */
  readonly holds?: string;
}

const COPY = 'Open it, copy the text and paste it here.';
const DUMP = 'I do not read dumps. Paste the Application event (source .NET Runtime) of that crash instead.';

/**
 * Told by the first bytes, never by the name. The first that fits counts.
 * Signatures: https://www.iana.org/assignments/media-types/media-types.xhtml and the formats' own documents,
 * evtx: https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
const KNOWN: readonly Known[] = [
  {
    id: 'evtx',
    begins: 'ElfFile\0',
    says: 'is a saved event log (.evtx). Open it in Event Viewer, choose the event, Copy > Copy Details as Text, and paste that.',
  },
  {
    id: 'evt',
    begins: '0\0\0\0LfLe',
    says: 'is a saved event log (.evt). Open it in Event Viewer and copy the event as text.',
  },
  { id: 'pdf', begins: '%PDF-', says: `is a PDF. ${COPY}` },
  { id: 'docx', begins: 'PK\x03\x04', holds: 'word/', says: `is a Word document. ${COPY}` },
  { id: 'xlsx', begins: 'PK\x03\x04', holds: 'xl/', says: `is an Excel workbook. ${COPY}` },
  { id: 'pptx', begins: 'PK\x03\x04', holds: 'ppt/', says: `is a presentation. ${COPY}` },
  { id: 'zip', begins: 'PK\x03\x04', says: 'is a zip archive. Unpack it and attach the log files themselves.' },
  { id: 'zip', begins: 'PK\x05\x06', says: 'is an empty zip archive. Attach the log files themselves.' },
  { id: 'gzip', begins: '\x1f\x8b', says: 'is packed (gzip). Unpack it and attach the log itself.' },
  {
    id: '7z',
    begins: '7z\xbc\xaf\x27\x1c',
    says: 'is a 7-Zip archive. Unpack it and attach the log files themselves.',
  },
  { id: 'rar', begins: 'Rar!\x1a\x07', says: 'is a RAR archive. Unpack it and attach the log files themselves.' },
  { id: 'cab', begins: 'MSCF\0\0\0\0', says: 'is a cabinet archive. Unpack it and attach the log files themselves.' },
  { id: 'png', begins: '\x89PNG\r\n\x1a\n', says: 'is a picture.', picture: true },
  { id: 'jpeg', begins: '\xff\xd8\xff', says: 'is a picture.', picture: true },
  { id: 'gif', begins: 'GIF8', says: 'is a picture.', picture: true },
  { id: 'webp', begins: 'RIFF', holds: 'WEBP', says: 'is a picture.', picture: true },
  { id: 'bmp', begins: 'BM', holds: '\0\0\0\0', says: 'is a picture.', picture: true },
  {
    id: 'office',
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    says: `is an Office document or mail of the old format. ${COPY}`,
  },
  {
    id: 'rtf',
    begins: '{\\rtf',
    says: 'is a document with layout (RTF). Save it as plain text (.txt), or copy the text and paste it here.',
  },
  {
    id: 'program',
    begins: 'MZ',
    holds: '\0\0',
    says: 'is a program or library. I read texts: the event, the log, web.config.',
  },
  { id: 'dump', begins: 'MDMP', says: `is a memory dump. ${DUMP}` },
  { id: 'dump', begins: 'PAGEDU', says: `is a memory dump of Windows. ${DUMP}` },
  { id: 'database', begins: 'SQLite format 3\0', says: 'is a database. I read texts: the event, the log, web.config.' },
];
const HEAD = 4096;

/**
 * @param bytes the beginning of a file; 4 KB are looked at
 * @returns null for what may be text
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  return KNOWN.find(({ begins, holds = '' }) => head.startsWith(begins) && head.includes(holds)) ?? null;
}
