import { callForFile, type Query } from './client';

/** Fetches a file as the service makes it and hands it to the browser; a refusal comes with its sentence. */
export async function download(path: string, query: Query, name: string, method: 'GET' | 'POST' = 'GET'): Promise<void> {
  const file = await callForFile(path, query, method);
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
