import http from 'node:http';
import type { ServerResponse } from 'node:http';

/** A file on the host, or what it does when that file is asked for. */
export type Hosted = Uint8Array | ((response: ServerResponse) => void);

export interface FileHost {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  /** Paths that were asked for, with the Authorization header where one was sent. */
  readonly asked: readonly string[];
  /** @returns the address of the file */
  put(name: string, file: Hosted): string;
  close(): Promise<void>;
}

/** Stands in for the place where Teams keeps what people attach, on a random loopback port. */
export async function startFileHost(): Promise<FileHost> {
  const files = new Map<string, Hosted>();
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${path}${request.headers.authorization === undefined ? '' : ' with a token'}`);
    const file = files.get(path);
    if (typeof file === 'function') file(response);
    else {
      // Restify changes writeHead of all servers of the process: it hands nothing back.
      response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' });
      response.end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url,
    asked,
    put: (name, file) => {
      files.set(`/${name}`, file);
      return `${url}/${name}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A file attached in a personal chat, as Teams sends it. */
export function attachedFile(url: string, name = 'shop.log'): object {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    content: { downloadUrl: url, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'txt' },
  };
}
