import type { Resource } from 'i18next';

type Catalogue = { default: Record<string, unknown> };

/** Every catalogue of the staff pages, both languages, in the bundle: no page waits for words. */
const files = import.meta.glob<Catalogue>(['../messages/*/*.json', '!../messages/*/{verify,field}.json'], { eager: true });

export const deskCatalogues: Resource = {};

for (const [path, file] of Object.entries(files)) {
  const [, language, name] = /messages\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
  if (language && name) (deskCatalogues[language] ??= {})[name] = file.default as Resource[string][string];
}
