import assert from 'node:assert/strict';
import { startChat, type Chat } from '../support/chat.ts';

/** What is done, and what the person must then read; a button name in brackets must be offered. */
type Line = readonly [done: string, ...expected: readonly (string | RegExp)[]];

const EVENT = [
  'HTTP Error 502.5 - Process Failure',
  '',
  'Log Name: Application',
  'Source: IIS AspNetCore Module',
  'Event ID: 1000',
  'Level: Error',
  'Description:',
  "Application 'MACHINE/WEBROOT/APPHOST/LAGER' with physical root 'E:\\sites\\lager\\' failed to start process with commandline '\"dotnet\" .\\Nordwind.Lager.dll', ErrorCode = '0x80004005 : 80008081.",
].join('\n');

const PLACEHOLDER = [
  'Source: IIS AspNetCore Module',
  'Event ID: 1000',
  "Application 'MACHINE/WEBROOT/APPHOST/LAGER' with physical root 'E:\\\\sites\\\\lager\\\\' failed to start process with commandline '\"%LAUNCHER_PATH%\" %LAUNCHER_ARGS%', ErrorCode = '0x80070002 : 0.",
].join('\n');

const NO_LOG = [
  'Source: IIS AspNetCore Module V2',
  'Event ID: 1037',
  'Could not start stdout redirection in C:\\Program Files\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll. Exception message: HRESULT 0x80070005 returned at fileoutputmanager.cpp:84.',
].join('\n');

/** Conversations as tables. `click:` presses a button of the last card, `type:` types, `paste:` sends a text. */
const CONVERSATIONS: Readonly<Record<string, readonly Line[]>> = {
  'pastes first, follows the steps, and closes': [
    [
      `paste:${EVENT}`,
      /Certain|Likely/,
      '80008081',
      'Nordwind.Lager',
      '[Start the steps]',
      '[Not this]',
      '[Show evidence]',
    ],
    ['click:Show evidence', 'What counted', '80008081', '[Back]'],
    ['click:Back', '[Start the steps]'],
    [
      'click:Start the steps',
      /Step 1 of \d/,
      'Look only, nobody is affected.',
      '[Done]',
      '[Saw something else]',
      '[Did not help]',
      '[It works now]',
    ],
    ['click:Done', /Step 2 of \d/, /Done: /],
    ['type:done', /Step 3 of \d/],
    ['click:It works now', 'It works now', 'Cause: ', /Decided by .*80008081/, '[Start over]'],
    ['click:Start over', '[Diagnose]', '[Browse causes]'],
  ],
  'is asked symptom by symptom, with absences': [
    ['type:hi', '[Diagnose]', '[Browse causes]'],
    ['click:Diagnose', 'Paste what the browser shows', '[Check this]', '[Show me where]', '[Skip]'],
    ['answer:HTTP Error 502.5 - Process Failure', 'So far: a 502.5 page', 'Application event', '[No entry]'],
    ['type:no entry', /log/, '[Log file not created]', '[Log file empty]', '[Looks normal]'],
    ['click:Log file not created', /Where does the app run|Did it ever work|What this page says|Possible|Likely/],
  ],
  'a stopped pool is found by absences': [
    ['type:guide me', 'Paste what the browser shows'],
    ['answer:503 Service Unavailable', 'So far: a 503 page', 'System event', '[No entry]'],
    ['type:skip', 'Application event', '[No entry]', '[Skip]'],
    ['click:No entry', 'The application pool is stopped'],
  ],
  'is shown where, and comes back to the question': [
    ['type:guide me', 'Paste what the browser shows'],
    ['answer:HTTP Error 500.30 - ASP.NET Core app failed to start', 'Application event', '[Show me where]'],
    ['click:Show me where', 'Step 1 of', '[Next]', '[Done]', '[Back]'],
    ['click:Next', 'Step 2 of'],
    ['click:Done', 'Paste the newest Application event', '[No entry]'],
    ['type:where', 'Step 1 of'],
    ['type:back', 'Paste the newest Application event'],
  ],
  'sets a cause aside and gets the next': [
    [`paste:${EVENT}`, '80008081'],
    ['click:Not this', /Nothing else fits|Set aside: /],
  ],
  'a status alone, however it is written, is read as a page': [
    ['type:502,5', 'What this page says', '502.5'],
    ['type:restart', '[Diagnose]'],
    ['type:500 30', 'What this page says', '500.30'],
  ],
  'none of the look-alikes': [
    [
      `paste:${PLACEHOLDER}`,
      'IIS is told to start something that is not there: which of these two?',
      '[None of these]',
    ],
    [
      'click:None of these',
      'So far: an event from IIS AspNetCore Module (1000); what fitted was set aside.',
      'Paste what the browser shows',
    ],
    ['type:restart', '[Diagnose]'],
    [`paste:${PLACEHOLDER}`, 'which of these two?'],
    ['type:none of these', 'what fitted was set aside', 'Paste what the browser shows'],
  ],
  'a side finding does not hide that the reason is open': [
    [
      `paste:${NO_LOG}`,
      'cannot write its log',
      /the reason for the failure is not found yet/,
      '[Paste the browser page]',
    ],
    ['type:guide me', 'Paste what the browser shows'],
    ['answer:HTTP Error 500.30 - ASP.NET Core app failed to start', /Paste the newest Application event|log/],
  ],
  'a page and a side finding are said together': [
    [
      `paste:HTTP Error 500.30 - ASP.NET Core app failed to start\n\n${NO_LOG}`,
      'What this page says',
      '500.30',
      'Also found',
      'cannot write its log',
      /the reason for the failure itself is still open/,
    ],
    ['type:start', /The app itself fails while it starts/],
  ],
  'goes through all steps without help and is given the next candidate': [
    [`paste:${EVENT}`, '[Start the steps]'],
    ['type:start', 'Step 1 of'],
    ['click:Saw something else', 'You saw something else.', 'Step 2 of'],
    [
      'repeat:did not help',
      /Set aside after \d steps/,
      /Not in my catalog|things look like this|What this page says|Possible|Likely/,
    ],
  ],
  'a new paste in the middle of the steps joins the case': [
    [`paste:${EVENT}`, '80008081'],
    ['type:start', 'Step 1 of'],
    ["paste:The specified framework 'Microsoft.AspNetCore.App', version '2.1.30' was not found.", /2\.1\.30|framework/],
  ],
  'a paste after the end is a new case': [
    [`paste:${EVENT}`, '80008081'],
    ['type:start', 'Step 1 of'],
    ['type:it works now', 'It works now', '[Start over]'],
    ['paste:HTTP Error 500.34 - ANCM Mixed Hosting Models Not Supported', /500\.34/, /Read: a 500\.34 page\./],
  ],
  'looks things up without losing the place': [
    ['type:guide me', 'Paste what the browser shows'],
    ['type:decode 0x80070005', 'ACCESS_DENIED'],
    ['type:what is 500.31', '500.31', 'Failed to Find Native Dependencies'],
    ['type:error 126', 'ERROR_MOD_NOT_FOUND', '(likely here)'],
    ['type:exit code -1', 'Ended from outside'],
    ['type:was bedeutet 0x80071234?', 'Facility 7', 'by its build'],
    ['type:browse', '[Configuration and web.config]', '[Search]'],
    ['click:Site, application pool, 503', 'The application pool is down'],
    ['click:The application pool is down', 'No worker process takes requests', 'The application pool is stopped'],
    ['click:The application pool is stopped', 'Look-alikes', '[Start the steps]'],
    ['type:search pool stopped', 'The application pool is stopped'],
    ['type:help', 'guide me'],
    ['type:back', 'Paste what the browser shows'],
    ['type:cancel', 'Stopped'],
    ['type:restart', '[Diagnose]'],
  ],
  'refuses another field by name': [
    [
      'paste:PHP Fatal error:  Uncaught Error: Call to undefined function in /var/www/html/wp-content/plugins/x.php',
      /outside my field/i,
      'PHP',
    ],
  ],
  'points out a pasted secret': [
    [
      'paste:HTTP Error 500.30 - ASP.NET Core app failed to start\nServer=db1;Database=shop;User Id=sa;Password=Xk93-fjwe-Qp2;',
      /password/i,
      /change/,
    ],
  ],
  'good news is told': [
    [
      'paste:HTTP Error 502.5 - Process Failure. It runs fine with dotnet run at the command prompt',
      'the hosting is what differs',
    ],
  ],
};

describe('conversation', () => {
  for (const [name, lines] of Object.entries(CONVERSATIONS)) {
    it(name, async () => {
      const chat = await startChat();
      try {
        for (const [done, ...expected] of lines) {
          await act(chat, done);
          for (const what of expected) assertShown(chat, done, what);
        }
      } finally {
        await chat.close();
      }
    });
  }

  for (const word of [
    'help',
    'cancel',
    'back',
    'restart',
    'browse',
    'why',
    'show evidence',
    'skip',
    'nonsense 1 2 3',
    '?',
  ]) {
    it(`"${word}" is answered at every prompt`, async () => {
      const chat = await startChat();
      try {
        for (const before of [
          [],
          ['guide me'],
          ['guide me', 'where'],
          [EVENT],
          [EVENT, 'start'],
          [EVENT, 'start', 'it works now'],
        ]) {
          await chat.say('restart');
          for (const text of before) await chat.say(text);
          const turn = await chat.say(word);
          assert.equal(turn.status, 200);
          assert.equal(turn.sent.length, 1, `${before.join(' > ')} > ${word}`);
          assert.notEqual(chat.text.trim(), '');
          assert.doesNotMatch(chat.text, /went wrong on my side/);
        }
      } finally {
        await chat.close();
      }
    });
  }
});

async function act(chat: Chat, done: string): Promise<void> {
  const kind = done.slice(0, done.indexOf(':'));
  const what = done.slice(kind.length + 1);
  if (kind === 'click') await chat.click(what);
  else if (kind === 'answer') await chat.click('Check this', { paste: what });
  else if (kind === 'repeat')
    for (let count = 0; count < 12 && /Step \d+ of/.test(chat.text); count += 1) await chat.say(what);
  else await chat.say(what);
}

function assertShown(chat: Chat, done: string, what: string | RegExp): void {
  const shown = `after "${done.slice(0, 60)}" the card says:\n${chat.text}\n[${chat.buttons.join('] [')}]`;
  if (typeof what !== 'string') assert.match(chat.text, what, shown);
  else if (what.startsWith('[')) assert.ok(chat.buttons.includes(what.slice(1, -1)), `no ${what}; ${shown}`);
  else assert.ok(chat.text.includes(what), `no "${what}"; ${shown}`);
}
