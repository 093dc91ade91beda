import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { SessionRecord } from '../../src/session/record.ts';
import { startChat, type Chat } from '../support/chat.ts';
import { ALICE } from '../support/wire.ts';

const html = (content: string): object => ({ attachments: [{ contentType: 'text/html', content }] });
const CHANNEL = { conversation: { id: '19:team;messageid=1', conversationType: 'channel', isGroup: true } };
const GROUP = { conversation: { id: '19:chat', conversationType: 'groupChat', isGroup: true } };
const CONFIG =
  '<p>&lt;configuration&gt;<br>&lt;aspNetCore processPath="" arguments="" /&gt;<br>&lt;/configuration&gt;</p>';

describe('messages as Teams sends them', () => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await startChat();
  });
  afterEach(async () => await chat.close());

  const record = async (): Promise<SessionRecord> =>
    (await chat.store.load(`msteams/${ALICE.conversationId}`))!.record as unknown as SessionRecord;

  it('XML is read from the HTML where the text has lost it', async () => {
    await chat.say('  ', html(CONFIG));
    const { read } = (await record()).case;
    assert.deepEqual(
      read.map((one) => one.kind),
      ['web-config'],
    );
  });

  it('a command is one with a mention, in HTML and in text', async () => {
    await chat.say('HTTP Error 500.30', CHANNEL);
    const mention = '<span itemtype="http://schema.skype.com/Mention" itemid="0">Hostmedic</span>&nbsp;';
    await chat.say('<at>Hostmedic</at> help', { ...CHANNEL, ...html(`<div>${mention}help</div>`) });
    assert.match(chat.text, /What I understand/);
    await chat.say('<at>Hostmedic</at> <at>Bob</at> help', CHANNEL);
    assert.match(chat.text, /What I understand/);
  });

  it('what a colleague wrote is read from the quote, what the bot said is not', async () => {
    await chat.say('', html(reply('28:hostmedic')));
    assert.deepEqual(
      (await record()).case.findings.filter((one) => one.key.startsWith('status:')),
      [],
    );
    await chat.say('', html(reply('8:orgid:bob')));
    assert.ok((await record()).case.findings.some((one) => one.key === 'status:500.31'));
  });

  it('a word that is a command stays one when it quotes something', async () => {
    const quote =
      '<blockquote itemtype="http://schema.skype.com/Reply"><p itemprop="preview">HTTP Error 500.31</p></blockquote>';
    await chat.say('', html(`${quote}<p>help</p>`));
    assert.match(chat.text, /What I understand/);
  });

  it('a message that only parts of make sense together is read over two messages', async () => {
    const filler = Array.from({ length: 90 }, (_, at) => `<p>info: Shop.Web.Worker[${at}] all is well</p>`).join('');
    await chat.say('', html(`${filler}<p>The application to</p>`));
    const before = (await record()).case.findings.map((one) => one.key);
    await chat.say('', html('<p>execute does not exist: &#39;D:\\sites\\shop\\Shop.Web.dll&#39;</p>'));
    const after = (await record()).case.findings.filter((one) => !before.includes(one.key));
    assert.match(chat.text, /Shop\.Web\.dll/);
    assert.ok(
      after.some((one) => one.quality === 1),
      JSON.stringify(after),
    );
  });

  it('an edit is read again from its HTML', async () => {
    const id = randomUUID();
    await chat.say('', { id, ...html('<p>HTTP Error 500.31 - Failed to load</p>') });
    await chat.wire.post({
      type: 'messageUpdate',
      id,
      text: '',
      timestamp: new Date(),
      ...html('<p>HTTP Error 500.30</p>'),
    });
    const keys = (await record()).case.findings.map((one) => one.key);
    assert.ok(keys.includes('status:500.30') && !keys.includes('status:500.31'), keys.join());
    await chat.wire.post({ type: 'messageDelete', id, text: undefined });
    assert.deepEqual((await record()).case.findings, []);
  });

  const snippet = {
    contentType: 'application/vnd.microsoft.card.codesnippet',
    content: '{"name":"x","codeSnippetUrl":"https://graph.microsoft.com/v1.0/chats/1"}',
  };
  const place = { contentType: 'text/html', content: '<p>see <attachment id="5e32"></attachment></p>' };

  it('a code snippet is answered with the way to get its text in', async () => {
    await chat.say('', {
      attachments: [{ contentType: 'text/html', content: '<attachment id="5e32"></attachment>' }, snippet],
    });
    assert.match(chat.text, /code snippet only the title reaches me.*attach it as a file/s);
    await chat.say('', { ...CHANNEL, attachments: [place, snippet] });
    assert.match(chat.text, /code snippet only the title reaches me.*mention me/s);
  });

  it('a file in a channel or a group chat does not arrive, and it is said', async () => {
    await chat.say('HTTP Error 500.30 see', {
      ...CHANNEL,
      attachments: [{ ...place, content: `<p>HTTP Error 500.30 ${place.content}</p>` }],
    });
    assert.match(chat.text, /^Files do not reach me in a channel.*500\.30/s);
    await chat.say('', {
      ...GROUP,
      attachments: [{ contentType: 'text/html', content: '<attachment id="1"></attachment>' }],
    });
    assert.match(chat.text, /Files do not reach me in a group chat/);
  });

  it('a picture is answered with the request for its number', async () => {
    const picture = {
      contentType: 'image/*',
      contentUrl: 'https://smba.trafficmanager.net/amer/v3/attachments/1/views/original',
    };
    await chat.say('', {
      attachments: [
        picture,
        { contentType: 'text/html', content: '<p><img src="x" itemtype="http://schema.skype.com/AMSImage"></p>' },
      ],
    });
    assert.match(chat.text, /could not read the picture\. Type the number it shows/);
    await chat.say('HTTP Error 500.30', { attachments: [picture] });
    assert.match(chat.text, /^I could not read the picture.*500\.30/s);
  });

  const HINTS = {
    personal: [{}, /28 KB: attach the file/],
    group: [GROUP, /28 KB.*group chat.*mention me/],
    channel: [CHANNEL, /28 KB.*in this thread/],
  } as const;
  for (const [kind, [place_, hint]] of Object.entries(HINTS)) {
    it(`a question names the limit of a message, and the way out, in a ${kind} chat`, async () => {
      await chat.say('guide me', place_);
      assert.match(chat.text, hint);
    });
  }
});

function reply(author: string): string {
  return `<blockquote itemtype="http://schema.skype.com/Reply"><strong itemprop="mri" itemid="${author}">Bob</strong><p itemprop="preview">HTTP Error 500.31 - Failed to load ASP.NET Core runtime</p></blockquote><p>and now?</p>`;
}
