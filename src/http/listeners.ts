import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HostmedicError } from '../model/errors.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** Who may connect: this machine only, or everyone. */
export type Reach = 'loopback' | 'everyone';

export interface Listeners {
  readonly port: number;
  /** Takes no new connection from now on; idle ones are closed. */
  stop(): void;
  /** Cuts what is still connected. */
  cut(): void;
}

/** Most header lines of a request; more are answered with 431. */
export const HEADER_LINES_MAX = 100;

/** The same for each socket the server listens on. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 5_000,
  // The body has its own 8 s (readBody); this cuts what stays open for another reason.
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  // How often Node looks for slow headers.
  connectionsCheckingInterval: 1_000,
} as const;

/**
 * Opens the port.
 * @param port  0: the system chooses
 * @param reach loopback: 127.0.0.1 and, where the machine has it, ::1 on the same port (browsers try both for "localhost")
 * @throws CONFIG_INVALID when the port is taken or not allowed
 */
export async function openListeners(port: number, reach: Reach, onRequest: RequestListener): Promise<Listeners> {
  if (reach === 'everyone') return joined([await listen(port, undefined, onRequest)]);
  for (let attempt = 1; ; attempt++) {
    const first = await listen(port, '127.0.0.1', onRequest);
    try {
      return joined([first, await listen(portOf(first), '::1', onRequest)]);
    } catch (error) {
      if (hasNoIpv6(error)) return joined([first]);
      first.close();
      // The system chose a port that somebody holds on ::1: choose again.
      if (port !== 0 || attempt === 5) throw portRefused(portOf(first) || port, error);
    }
  }
}

function joined(servers: readonly http.Server[]): Listeners {
  const [first] = servers;
  return {
    port: first === undefined ? 0 : portOf(first),
    stop: () => servers.forEach((server) => server.close()),
    cut: () => servers.forEach((server) => server.closeAllConnections()),
  };
}

async function listen(port: number, host: string | undefined, onRequest: RequestListener): Promise<http.Server> {
  const server = http.createServer(LIMITS, onRequest);
  // One more than allowed: Node forgets the lines above its limit without a word.
  server.maxHeadersCount = HEADER_LINES_MAX + 1;
  server.on('checkContinue', onRequest);
  server.on('upgrade', refuseUpgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: unknown) => {
    throw host === '::1' ? error : portRefused(port, error);
  });
  return server;
}

function refuseUpgrade(_request: IncomingMessage, socket: Pick<Socket, 'on' | 'end' | 'destroy'>): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 426 Upgrade Required\r\nUpgrade: HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function portOf(server: http.Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function hasNoIpv6(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error));
}

function portRefused(port: number, error: unknown): HostmedicError {
  const reason = codeOf(error) === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${codeOf(error)})`;
  return new HostmedicError('CONFIG_INVALID', `PORT ${port} ${reason}; stop the other program or set PORT`, error);
}
