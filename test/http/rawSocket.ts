import net from 'node:net';

/**
 * Writes bytes to a loopback port and collects what comes back until the other side closes.
 * @param parts text to send at once, or parts with a pause before each
 * @returns the answer as text; empty when the connection was closed or reset without one
 */
export function sendRaw(
  port: number,
  parts: string | readonly { readonly afterMs: number; readonly text: string }[],
): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      answer += String(text);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
    void (async () => {
      for (const { afterMs, text } of typeof parts === 'string' ? [{ afterMs: 0, text: parts }] : parts) {
        if (afterMs > 0) await new Promise((next) => setTimeout(next, afterMs));
        if (!socket.writable) return;
        socket.write(text, 'latin1');
      }
    })();
  });
}
