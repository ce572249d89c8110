import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** In development the three shells answer for their whole address space, as the service does in production. */
function shells(): Plugin {
  return {
    name: 'lianxin-shells',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        if (/\.\w+$/.test(path)) return next();
        if (path === '/desk' || path.startsWith('/desk/')) request.url = '/desk/index.html';
        else if (path === '/field' || path.startsWith('/field/')) request.url = '/field/index.html';
        else if (path === '/verify') request.url = '/index.html';
        next();
      });
    },
  };
}

/** `LIANXIN_MOCK=1 npm run dev` answers from the invented world of the tests instead of a running service. */
function mockedService(): Plugin {
  return {
    name: 'lianxin-mocked-service',
    configureServer(server) {
      server.middlewares.use((incoming, outgoing, next) => {
        if (!incoming.url?.startsWith('/api/')) return next();
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          void (async () => {
            const [{ getResponse }, { handlers }] = await Promise.all([import('msw'), server.ssrLoadModule('/src/test/handlers.ts')]);
            const body = ['GET', 'HEAD'].includes(incoming.method ?? 'GET') ? null : Buffer.concat(chunks);
            const request = new Request(`http://localhost${incoming.url}`, { method: incoming.method ?? 'GET', headers: incoming.headers as Record<string, string>, body });
            const response = await getResponse(handlers, request);
            outgoing.statusCode = response?.status ?? 404;
            response?.headers.forEach((value, name) => outgoing.setHeader(name, value));
            outgoing.end(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0)));
          })();
        });
      });
    },
  };
}

const mocked = process.env['LIANXIN_MOCK'] === '1';
const service = process.env['LIANXIN_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), shells(), ...(mocked ? [mockedService()] : [])],
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: {
        public: resolve(import.meta.dirname, 'index.html'),
        desk: resolve(import.meta.dirname, 'desk/index.html'),
        field: resolve(import.meta.dirname, 'field/index.html'),
      },
    },
  },
  server: mocked ? {} : { proxy: { '/api': service } },
});
