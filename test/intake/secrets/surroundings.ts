/** How a text gets into a message: as it is, behind a time stamp, in a file, in XML, in JSON, in a quote. */
export const SURROUNDINGS: Readonly<Record<string, (text: string) => string>> = {
  alone: (text) => text,
  'behind a time stamp': (text) => `2026-11-20 14:02:11.123 +00:00 [INF] ${text}`,
  'before a code': (text) => `${text} 502.5`,
  'between other lines': (text) => `HTTP Error 500.30\r\n${text.replaceAll('\n', '\r\n')}\r\nProcess Id: 4711.`,
  indented: (text) => text.replace(/^/gm, '        '),
  'in event data': (text) => `<Data>${xml(text)}</Data>`,
  'in JSON': (text) => `{"message":${JSON.stringify(text)},"code":500}`,
  quoted: (text) => text.replace(/^/gm, '> '),
  'in a fence': (text) => `\`\`\`\n${text}\n\`\`\``,
  'in apostrophes': (text) => `Application '${text}' failed`,
};

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
