import assert from 'node:assert/strict';
import { openTesseract } from '../../src/bot/tesseract.ts';
import { correctSlips } from '../../src/intake/pictureText.ts';
import { pictureSizeOf } from '../../src/intake/pictureSize.ts';
import { startChat, type Chat } from '../support/chat.ts';
import { attachedFile, startFileHost, type FileHost } from '../support/fileHost.ts';
import { describeWithOcr, ocrFolder } from '../support/ocr.ts';

const SLIPS: Readonly<Record<string, string>> = {
  'Error Code Ox8OO7OOOd': 'Error Code 0x8007000d',
  '0x800700l3 and 0x8@070005': '0x80070013 and 0x80070005',
  'HTTP Error 5OO.19, 50@.30, 5O2.5': 'HTTP Error 500.19, 500.30, 502.5',
  'IIS, Oil, lOI, C:\\l0gs\\IIS and CO2': 'IIS, Oil, lOI, C:\\l0gs\\IIS and CO2',
};

describe('text of pictures', () => {
  for (const [read, meant] of Object.entries(SLIPS)) {
    it(`reads "${read}" as "${meant}"`, () => assert.equal(correctSlips(read), meant));
  }

  it('the size of a picture is read without unfolding it', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000002bc', 'hex');
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc000110802bc03e8030122', 'hex');
    for (const bytes of [png, jpeg]) assert.deepEqual(pictureSizeOf(bytes), { width: 1000, height: 700 });
    for (const bytes of ['', 'GIF89a', '\xff\xd8\xff']) assert.equal(pictureSizeOf(Buffer.from(bytes, 'latin1')), null);
  });

  it('without the packages there is no reader', () => assert.equal(openTesseract('/nowhere'), null));
});

describe('pasted pictures over the wire', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000002bc', 'hex');
  let host: FileHost;
  let chat: Chat;
  let seen: number;
  beforeEach(async () => {
    seen = 0;
    host = await startFileHost();
    const read = async (): Promise<string> => {
      seen += 1;
      return 'HTTP Error 5OO.31 - Failed to load ASP.NET Core runtime';
    };
    chat = await startChat({ pictures: { read } });
  });
  afterEach(async () => {
    await chat.close();
    await host.close();
  });
  const paste = async (contentUrl: string): Promise<void> => {
    await chat.say('', { attachments: [{ contentType: 'image/*', contentUrl }] });
  };

  it('what is read leads to an answer, and it is said where it comes from', async () => {
    await paste(host.put('a', PNG));
    assert.match(chat.text, /^Read from your picture.*500\.31/s);
    await paste(`data:image/png;base64,${PNG.toString('base64')}`);
    await chat.say('', { attachments: [attachedFile(host.put('b', PNG), 'screen.png')] });
    assert.equal(seen, 3);
  });

  it('a picture from elsewhere, a huge one and one that is none are not read', async () => {
    const huge = Buffer.from(PNG);
    huge.writeUInt32BE(100_000, 16);
    for (const url of ['http://169.254.169.254/a.png', host.put('huge', huge), host.put('text', Buffer.from('text'))]) {
      await paste(url);
      assert.match(chat.text, /Type the number it shows/);
    }
    assert.equal(seen, 0);
  });
});

const STYLE = 'font-family:Verdana,Arial,sans-serif;font-size:14px;background:#fff;color:#000;padding:12px';
const PAGES: readonly (readonly [what: string, page: string, keys: readonly string[], says: RegExp])[] = [
  [
    '500.19 with 0x8007000d',
    '<h2>HTTP Error 500.19 - Internal Server Error</h2><p>The requested page cannot be accessed because the related configuration data for the page is invalid.</p><table><tr><td><b>Module</b></td><td>IIS Web Core</td></tr><tr><td><b>Notification</b></td><td>Unknown</td></tr><tr><td><b>Error Code</b></td><td>0x8007000d</td></tr><tr><td><b>Config File</b></td><td>D:\\sites\\shop\\web.config</td></tr></table>',
    ['status:500.19', 'code:0x8007000d'],
    /The ASP\.NET Core Module is not installed/,
  ],
  [
    '500.30',
    '<h2>HTTP Error 500.30 - ASP.NET Core app failed to start</h2><p>Common solutions to this issue:</p><ul><li>The app failed to start</li><li>The app started but then stopped</li></ul>',
    ['status:500.30'],
    /500\.30/,
  ],
  [
    '502.5',
    '<h2>HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure</h2><p>Common causes of this issue:</p><ul><li>The application process failed to start</li></ul>',
    ['status:502.5'],
    /502\.5/,
  ],
];

describeWithOcr('pictures of error pages', (reader, browser) => {
  for (const [what, page, keys, says] of PAGES) {
    it(`a picture of ${what} is read`, async () => {
      const host = await startFileHost();
      const chat = await startChat({ pictures: reader });
      try {
        const tab = await browser().newPage({ viewport: { width: 900, height: 420 } });
        await tab.setContent(`<body style="${STYLE}">${page}</body>`);
        const contentUrl = host.put('page.png', await tab.screenshot());
        await tab.close();
        await chat.say('', { attachments: [{ contentType: 'image/*', contentUrl }] });
        assert.match(chat.text, /^Read from your picture/);
        assert.match(chat.text, says);
        const stored = JSON.stringify((await chat.store.load('msteams/a:alice-and-the-bot'))?.record);
        for (const key of keys)
          assert.ok(stored.includes(`"${key}"`), `${key} is not in ${stored.match(/"key":"[^"]*"/g)?.join()}`);
      } finally {
        await chat.close();
        await host.close();
      }
    }).timeout(120_000);
  }

  it('more than its time is not waited for', async () => {
    const hasty = openTesseract(ocrFolder(), 1);
    assert.equal(await hasty?.read(Buffer.from('no picture')), null);
  }).timeout(60_000);
});
