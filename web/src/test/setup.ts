import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startMessages } from '../app/messages';
import { deskCatalogues } from '../app/catalogues';
import { server } from './server';

class QuietEvents {
  static readonly CLOSED = 2;
  readyState = 0;
  addEventListener(): void {}
  close(): void {}
}
/** No page of a test changes its size. */
class StillSizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { EventSource: QuietEvents, ResizeObserver: StillSizes });
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

configure({ asyncUtilTimeout: 8_000 });
startMessages(deskCatalogues);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
