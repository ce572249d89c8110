import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { VerifyPage } from '../features/verify/VerifyPage';
import '../features/verify/verify.css';

const root = document.getElementById('root');
const asked = new URLSearchParams(location.search).get('theme');
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset['theme'] = asked ?? (dark ? 'night' : 'day');

if (root) {
  const app = createRoot(root);
  const draw = (demo: boolean) => app.render(<StrictMode><VerifyPage demo={demo} /></StrictMode>);
  draw(false);
  void fetch('/api/organisation/sign-in', { headers: { Accept: 'application/json' } })
    .then((response) => (response.ok ? (response.json() as Promise<{ demo?: boolean }>) : {}))
    .then((found: { demo?: boolean }) => found.demo && draw(true))
    .catch(() => undefined);
}
