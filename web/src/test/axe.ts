import axe from 'axe-core';

/** What axe finds on the page as it stands. Colours are computed in the contrast tests and in the browser, not here. */
export async function axeFindings(node: Element = document.body): Promise<string[]> {
  const result = await axe.run(node, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((each) => each.html).join(' | ')}`);
}
