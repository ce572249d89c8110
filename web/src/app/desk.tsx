import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Problem, whenSignedOut } from '../api/client';
import { meKey } from '../api/session';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/pieces.css';
import '../ui/shell.css';
import { deskCatalogues } from './catalogues';
import { deskRouter } from './deskRoutes';
import { startMessages } from './messages';
import { allowPlainText } from './plainTextPolicy';
import { startTheme } from './theme';

allowPlainText();
startTheme();
startMessages(deskCatalogues);

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => !(error instanceof Problem) && count < 2,
    },
  },
});
whenSignedOut(() => queries.setQueryData(meKey, null));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={deskRouter} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
