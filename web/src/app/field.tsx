import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';
import { Problem, whenSignedOut } from '../api/client';
import { listen } from '../api/live';
import { meKey, useMe } from '../api/session';
import { FieldSignIn } from '../features/field/FieldSignIn';
import { HelpScreen } from '../features/field/HelpScreen';
import { OrderListPage } from '../features/field/OrderListPage';
import { OrderScreen } from '../features/field/OrderScreen';
import { OutboxPage } from '../features/field/OutboxPage';
import '../features/field/field.css';
import enField from '../messages/en/field.json';
import enScript from '../messages/en/script.json';
import enUi from '../messages/en/ui.json';
import zhField from '../messages/zh/field.json';
import zhScript from '../messages/zh/script.json';
import zhUi from '../messages/zh/ui.json';
import { paths } from '../paths';
import { startMessages } from './messages';
import { startTheme } from './theme';

startTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'day');
startMessages({ zh: { field: zhField, script: zhScript, ui: zhUi }, en: { field: enField, script: enScript, ui: enUi } });

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => !(error instanceof Problem) && count < 1, networkMode: 'always' } } });
whenSignedOut(() => queries.setQueryData(meKey, null));

function Door() {
  const me = useMe();
  useEffect(() => (me.data ? listen(queries) : undefined), [me.data]);
  if (me.isPending) return null;
  return me.data ? <Outlet /> : <FieldSignIn />;
}

const router = createBrowserRouter([
  {
    element: <Door />,
    children: [
      { path: paths.field, element: <OrderListPage /> },
      { path: paths.fieldOrder(':id'), element: <OrderScreen /> },
      { path: paths.fieldOutbox, element: <OutboxPage /> },
      { path: paths.fieldHelp, element: <HelpScreen /> },
      { path: '*', element: <OrderListPage /> },
    ],
  },
]);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
