import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths } from './paths';

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => normalize(join(dirname(file), match[1] ?? '')));
}

function offenders(from: string, forbidden: (target: string, file: string) => boolean): string[] {
  return sources(from).flatMap((file) => importsOf(file).filter((target) => forbidden(target, file)).map((target) => `${file} -> ${target}`));
}

describe('the layers', () => {
  it('keep ui free of everything but itself', () => {
    expect(offenders('src/ui', (target) => !target.startsWith('src/ui'))).toEqual([]);
  });
  it('keep ui without router and without fetching', () => {
    const bad = sources('src/ui').filter((file) => /react-router|react-query|fetch\(/.test(readFileSync(file, 'utf8')));
    expect(bad).toEqual([]);
  });
  it('keep features from the app and from each other', () => {
    const featureOf = (path: string) => path.split('/')[2];
    expect(offenders('src/features', (target, file) => target.startsWith('src/app') || (target.startsWith('src/features') && featureOf(target) !== featureOf(file)))).toEqual([]);
  });
  it('keep every address in one table', () => {
    const plain = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, typeof path === 'function' ? path(':id') : path]));
    expect(plain).toMatchSnapshot();
  });
});
