interface TrustedTypesFactory {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => unknown;
}

/**
 * Ant Design writes the text of its styles through innerHTML, which Trusted Types refuse. This default policy lets text
 * without a single "<" pass, which can never become an element, and refuses everything else.
 */
export function allowPlainText(): void {
  const factory = (window as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  factory?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}
