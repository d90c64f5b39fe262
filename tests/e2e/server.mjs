// Two small servers: one hosts the built site the way a static host does, one is the outside
// world, which the page must never reach.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Where the site lies on its host. Not at the root, for on an intranet it seldom does. */
export const BASE = '/tools/核稿/';

function listen(server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

/**
 * Serves `folder` under BASE and nothing else.
 *
 * `types` replaces MIME types by file ending, to play a host that knows too few of them.
 * Returns `{ url, origin, requested, close }`; `requested` lists the paths asked for.
 */
export async function serveSite(folder, { types = {} } = {}) {
  const known = { ...TYPES, ...types };
  const requested = [];
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    requested.push(asked);
    const name = asked === BASE ? 'index.html' : asked.slice(BASE.length);
    const file = path.join(folder, name);
    const inside = asked.startsWith(BASE) && path.dirname(file) === path.resolve(folder);
    if (!inside || !(await stat(file).catch(() => null))?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'Content-Type': known[path.extname(file)] ?? 'application/octet-stream' };
    const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    if (brotli) headers['Content-Encoding'] = 'br';
    response.writeHead(200, headers);
    createReadStream(brotli ? `${file}.br` : file).pipe(response);
  });
  const origin = await listen(server);
  return { url: encodeURI(origin + BASE), origin, requested, close: () => close(server) };
}

/**
 * The outside world. Answers everything, allows every origin, and remembers what arrived.
 *
 * A page without a policy can be had from it at `/control`.
 */
export async function serveOutside() {
  const arrived = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/control') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>control</title><p>no policy here</p>');
      return;
    }
    if (request.url !== '/favicon.ico') arrived.push(request.url);
    response.end('arrived');
  });
  server.on('upgrade', (request, socket) => {
    arrived.push(request.url);
    socket.destroy();
  });
  const origin = await listen(server);
  return { origin, arrived, close: () => close(server) };
}
