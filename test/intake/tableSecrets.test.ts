import assert from 'node:assert/strict';
import { redact } from '../../src/intake/redact.ts';

const TABLES: readonly (readonly [what: string, table: string, masked: string])[] = [
  [
    'commas, in every row',
    'user,password,server\nshop,Ab3dEf9hJk,db01\nmail,Xy7!zzTop1,db02',
    'user,password,server\nshop,<password>,db01\nmail,<password>,db02',
  ],
  [
    'Markdown, also words and empty cells',
    '| user | note | password |\n|---|---|---|\n| shop |  | swordfish |\n| mail | new | `Ab3dEf9hJk` |',
    '| user | note | password |\n|---|---|---|\n| shop |  | <password> |\n| mail | new | `<password>` |',
  ],
  [
    'columns, behind a time stamp',
    '10:11:12 Username  Password\n--------  --------\nshop      Ab3dEf9hJk',
    '10:11:12 Username  Password\n--------  --------\nshop      <password>',
  ],
  ['quotes', '"Name","Secret"\n"shop","Ab3dEf9hJk"', '"Name","Secret"\n"shop","<password>"'],
];

const SENTENCES: readonly string[] = [
  'Check the user name, password\nand the server, 0x8007052e',
  'Setting,Password policy\nlength,Ab3dEf9hJk',
  '| Password | Event |\n|---|---|\n| null | 1018 |',
  'PID  Secret\n1234  0x80070005',
  '| Secret | none |\n| Port | 1433 |\n| Server | contoso-sql01 |',
  'Password\tnull\nServer\tcontoso-sql01',
];

describe('values below a heading', () => {
  for (const [what, table, masked] of TABLES) {
    it(`are masked in a table of ${what}`, () => {
      assert.equal(redact(table).text.text, masked);
    });
  }

  for (const text of SENTENCES) {
    it(`stay in ${JSON.stringify(text)}`, () => {
      assert.equal(redact(text).text.text, text);
    });
  }
});
