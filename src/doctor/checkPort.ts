import http from 'node:http';
import net from 'node:net';
import type { Finding } from './finding.ts';
import { findingsOf } from './finding.ts';
import type { Environment } from './surroundings.ts';

const { ok, warn, fault } = findingsOf('port');
const BY_DEFAULT = 3978;
/** Ports that browsers refuse, of those people choose: https://fetch.spec.whatwg.org/#port-blocking */
const BLOCKED = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

export interface PortCheck {
  readonly findings: readonly Finding[];
  /** A bot of ours answers on it. */
  readonly running: boolean;
}

/** Looks whether the server can open its port. Talks to this machine only. */
export async function checkPort(env: Environment): Promise<PortCheck> {
  const text = env['PORT']?.trim() ?? '';
  if (/^\\\\[.?]\\pipe\\/i.test(text)) {
    return no(
      fault(
        'PORT',
        'is a named pipe, as iisnode gives it',
        'let IIS start the bot with httpPlatformHandler (docs/deploy.md), which gives a number',
      ),
    );
  }
  const port = text === '' ? BY_DEFAULT : Number(/^\d{1,6}$/.test(text) ? text : Number.NaN);
  if (!(port >= 0 && port <= 65_535)) {
    return no(fault('PORT', `is "${text}"`, `give a number from 1 to 65535, or remove it for ${BY_DEFAULT}`));
  }
  if (port === 0) return no(warn('PORT', 'is 0: another port at every start', `remove it for ${BY_DEFAULT}`));
  const error = await tryPort(port);
  if (error === 'EADDRINUSE') {
    if (await isHostmedic(port)) return { findings: [ok(`a Hostmedic is running on ${port}`)], running: true };
    return no(fault('PORT', `${port} is in use by another program`, 'stop it or choose another port'));
  }
  if (error !== null) {
    return no(
      fault('PORT', `${port} cannot be opened (${error}); ports below 1024 are reserved`, 'choose one above 1024'),
    );
  }
  if (port < 1024)
    return no(warn('PORT', `${port} is a reserved port`, 'choose one above 1024, with the proxy in front of it'));
  if (BLOCKED.includes(port))
    return no(warn('PORT', `${port} is refused by browsers`, `choose another, such as ${BY_DEFAULT}`));
  return no(ok(`${port} is free`));
}

function no(finding: Finding): PortCheck {
  return { findings: [finding], running: false };
}

/** The code of the error, null when it could be opened. */
function tryPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : 'unknown'));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function isHostmedic(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/healthz', timeout: 2_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text = (text + part).slice(0, 200)));
      response.on('end', () => resolve(response.statusCode === 200 && text === '{"status":"ok"}'));
      response.on('error', () => resolve(false));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
