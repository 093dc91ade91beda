import assert from 'node:assert/strict';
import { isAllowed } from '../../src/bot/download.ts';
import { readFile } from '../../src/bot/readFile.ts';
import { startChat, type Chat } from '../support/chat.ts';
import { attachedFile, startFileHost, type FileHost } from '../support/fileHost.ts';

const LOG =
  "Application 'D:\\sites\\shop\\' failed: The application to execute does not exist: 'D:\\sites\\shop\\Shop.Web.dll'";
const GERMAN = `Fehler für ${LOG} – geprüft`;
const NAMED = /Shop\.Web\.dll/;
const MB = 1024 * 1024;

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const ENCODINGS: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(GERMAN),
  'UTF-8 with its mark': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GERMAN)]),
  'UTF-16 LE with its mark': utf16(`\ufeff${GERMAN}`, false),
  'UTF-16 BE with its mark': utf16(`\ufeff${GERMAN}`, true),
  'UTF-16 LE': utf16(GERMAN, false),
  'UTF-16 BE': utf16(GERMAN, true),
  'Windows-1252': Buffer.from(GERMAN.replace('–', '\x96'), 'latin1'),
};

const REFUSED: readonly (readonly [what: string, bytes: Buffer, says: RegExp])[] = [
  ['a saved event log', Buffer.from('ElfFile\0\0\0\0\0'), /saved event log \(\.evtx\)\. Open it in Event Viewer/],
  ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), /is a PDF/],
  ['a Word document', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml word/document.xml'), /Word document/],
  ['an Excel workbook', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml'), /Excel workbook/],
  ['a zip', Buffer.from('PK\x03\x04\x14\0logs/u_ex261120.log'), /zip archive\. Unpack it/],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0'), /program or library/],
  ['a memory dump', Buffer.from('MDMP\x93\xa7'), /memory dump/],
  ['an empty file', Buffer.alloc(0), /is empty \(0 bytes\).*log file empty/],
  ['other bytes', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 31)), /is not a text/],
];

describe('files over the wire', () => {
  let host: FileHost;
  let chat: Chat;
  const attach = async (...files: object[]): Promise<void> => {
    const turn = await chat.say('', { attachments: files });
    assert.equal(turn.sent.length, 1);
  };
  beforeEach(async () => {
    host = await startFileHost();
    chat = await startChat();
  });
  afterEach(async () => {
    await chat.close();
    await host.close();
  });

  for (const [encoding, bytes] of Object.entries(ENCODINGS)) {
    it(`reads ${encoding}`, async () => {
      const url = host.put('stdout.log', bytes);
      assert.deepEqual(await readFile({ url, name: '' }, 'this-machine'), { type: 'text', text: GERMAN, note: null });
      await attach(attachedFile(url));
      assert.match(chat.text, NAMED);
    });
  }

  for (const [what, bytes, says] of REFUSED) {
    it(`says what it is and what to do: ${what}`, async () => {
      await attach(attachedFile(host.put('x', bytes), 'export.log'));
      assert.match(chat.text, says);
      assert.match(chat.text, /^export\.log /m);
    });
  }

  it('a log with zero bytes at its end is still one', async () => {
    await attach(attachedFile(host.put('x', Buffer.concat([Buffer.from(LOG), Buffer.alloc(40)]))));
    assert.match(chat.text, NAMED);
  });

  it('several files are read together, and one that is none is named above the answer', async () => {
    const pdf = attachedFile(host.put('a', Buffer.from('%PDF-1.7')), 'plan.pdf');
    await attach(
      attachedFile(host.put('b', Buffer.from('nothing of note'))),
      pdf,
      attachedFile(host.put('c', Buffer.from(LOG))),
    );
    assert.match(chat.text, /^plan\.pdf is a PDF/);
    assert.match(chat.text, NAMED);
  });

  it('of six files the first five are read, and it is said', async () => {
    const files = Array.from({ length: 6 }, (_, at) => attachedFile(host.put(`f${at}`, Buffer.from(LOG))));
    await attach(...files);
    assert.match(chat.text, /first 5 files/);
    assert.deepEqual(host.asked.length, 5);
  });

  it('of more than 10 MB beginning and end are read, and it is said', async () => {
    const filler = Buffer.alloc(12 * MB, 'all is well here on this line\n');
    await attach(attachedFile(host.put('big', Buffer.concat([Buffer.from(`${GERMAN}\n`), filler, Buffer.from(LOG)]))));
    assert.match(chat.text, /is 12 MB: I read its first 2 MB and its last 8 MB/);
    assert.match(chat.text, NAMED);
  }).timeout(60_000);

  it('whole lines and whole characters are left at the cut, in UTF-16 too', async () => {
    const text = Array.from({ length: 9000 }, (_, at) => `${at} größer`).join('\n');
    for (const bytes of [utf16(`\ufeff${text}`, false), utf16(`\ufeff${text}`, true), Buffer.from(text)]) {
      const read = await readFile({ url: host.put('x', bytes), name: '' }, 'this-machine', 20_001);
      assert.ok(read.type === 'text' && read.note !== null);
      assert.ok(read.text.length > 8000);
      const odd = read.text.split('\n').filter((line) => !/^\d+ größer$/.test(line));
      assert.ok(odd.length <= 1, odd.join('|'));
    }
  });

  it('what is announced as too large is not fetched', async () => {
    const url = host.put('x', (response) => {
      response.writeHead(200, { 'content-length': 200 * MB });
      response.flushHeaders();
    });
    await attach(attachedFile(url));
    assert.match(chat.text, /larger than 64 MB/);
  });

  it('a redirect is not followed', async () => {
    const secret = host.put('secret', Buffer.from(LOG));
    const url = host.put('x', (response) => {
      response.writeHead(302, { location: secret });
      response.end();
    });
    await attach(attachedFile(url));
    assert.match(chat.text, /could not be fetched/);
    assert.deepEqual(host.asked, ['/x']);
  });

  it('an address that answers with an error is named with it', async () => {
    await attach(attachedFile(`${host.url}/gone`));
    assert.match(chat.text, /could not be fetched \(answer 404\)/);
  });

  it('a name is shown without the secret in it and without signs that turn the line', async () => {
    await attach(attachedFile(host.put('x', Buffer.alloc(0)), 'everyone password=Zq7c41d9e0aa.log'));
    assert.match(chat.text, /everyone password=<password> is empty/);
    await attach(attachedFile(host.put('y', Buffer.alloc(0)), 'shop\u202egol.exe\u0007\nnew\u200b.log'));
    assert.match(chat.text, /shopgol\.exe new\.log is empty/);
  });

  it('a host that is silent, or drips, is not waited for', async () => {
    const silent = host.put('silent', () => undefined);
    const dripping = host.put('drip', (response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    for (const url of [silent, dripping]) {
      const started = Date.now();
      const read = await readFile({ url, name: 'a.log' }, 'this-machine', MB, 200);
      assert.ok(read.type === 'refused' && /in time/.test(read.note));
      assert.ok(Date.now() - started < 5000);
    }
  });

  it('a file from elsewhere is not fetched', async () => {
    await attach(attachedFile('http://169.254.169.254/latest/meta-data', 'a.log'));
    assert.match(chat.text, /^a\.log does not come from Teams/m);
  });
});

describe('hosts of files', () => {
  const HOSTS = ['.sharepoint.com', 'smba.trafficmanager.net'];
  const ADDRESSES: Readonly<Record<string, boolean>> = {
    'https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?UniqueId=1&tempauth=x': true,
    'https://smba.trafficmanager.net/amer/v3/attachments/1/views/original': true,
    'http://contoso.sharepoint.com/a': false,
    'https://sharepoint.com/a': false,
    'https://contoso.sharepoint.com.evil.example/a': false,
    'https://contososharepoint.com/a': false,
    'https://contoso.sharepoint.com:8443/a': false,
    'https://user@contoso.sharepoint.com/a': false,
    'https://:secret@contoso.sharepoint.com/a': false,
    'https://contoso.sharepoint.com./a': false,
    'https://a.smba.trafficmanager.net/a': false,
    'https://127.0.0.1/a': false,
    'data:text/plain,x': false,
    'file:///etc/passwd': false,
    'no address': false,
  };
  for (const [url, allowed] of Object.entries(ADDRESSES)) {
    it(`${allowed ? 'allows' : 'refuses'} ${url}`, () => assert.equal(isAllowed(url, 'teams', HOSTS), allowed));
  }
  it('on this machine loopback addresses alone', () => {
    assert.ok(isAllowed('http://localhost:3978/local/files/1', 'this-machine', []));
    for (const url of ['https://contoso.sharepoint.com/a', 'http://10.0.0.1/a', 'http://localhost.evil.example/']) {
      assert.ok(!isAllowed(url, 'this-machine', HOSTS));
    }
  });
});
