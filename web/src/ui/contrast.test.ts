import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = Record<string, string>;

function themesOf(file: string): { day: Theme; night: Theme } {
  const css = readFileSync(file, 'utf8');
  const day = tokens(/:root \{([^}]*)\}/.exec(css)?.[1] ?? '');
  return { day, night: { ...day, ...tokens(/\[data-theme='night'\] \{([^}]*)\}/.exec(css)?.[1] ?? '') } };
}

function tokens(block: string): Theme {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const plain = ['bg', 'surface', 'raise', 'sel'];
const deskPairs: [string, string[]][] = [
  ['ink', [...plain, 'accent-soft', 'ochre-soft', 'red-soft', 'm1', 'm2', 'm3']],
  ['ink2', [...plain, 'ochre-soft', 'm1', 'm2', 'm3']],
  ['ink3', plain],
  ['accent', [...plain, 'accent-soft']],
  ['accent-press', ['surface', 'accent-soft']],
  ['ochre', [...plain, 'ochre-soft']],
  ['red', [...plain, 'red-soft']],
  ['onfill', ['accent', 'accent-press', 'red', 'fill']],
];

describe.each(['day', 'night'] as const)('the desk by %s', (name) => {
  const theme = themesOf('src/ui/tokens.css')[name];
  for (const [text, grounds] of deskPairs) {
    it.each(grounds)(`reads ${text} on %s at 4.5 to 1`, (ground) => {
      expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
    });
  }
});

const publicPairs: [string, string[]][] = [
  ['text', ['paper', 'ground']],
  ['text2', ['paper', 'ground']],
  ['stop', ['paper']],
  ['good', ['paper']],
  ['onkey', ['key']],
  ['onsign', ['stop', 'good']],
];

describe.each(['day', 'night'] as const)('the public page by %s', (name) => {
  const theme = themesOf('src/features/verify/verify.css')[name];
  for (const [text, grounds] of publicPairs) {
    it.each(grounds)(`reads ${text} on %s at 7 to 1`, (ground) => {
      expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(7);
    });
  }
});
