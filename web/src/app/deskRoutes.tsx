import { lazy, Suspense, type ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { paths } from '../paths';
import { Waiting } from '../ui/States';
import { DeskDoor, Home } from './DeskDoor';

/** A page that is loaded when somebody first goes there. */
function page(load: () => Promise<ComponentType>) {
  const Page = lazy(async () => ({ default: await load() }));
  return (
    <Suspense fallback={<Waiting rows={6} />}>
      <Page />
    </Suspense>
  );
}

export const deskRouteTable: RouteObject[] = [
  {
    path: paths.wallboard,
    element: <DeskDoor bare />,
    children: [{ index: true, element: page(() => import('../features/warning/WallboardPage').then((m) => m.WallboardPage)) }],
  },
  {
    path: paths.awakeningSession(':id'),
    element: <DeskDoor bare />,
    children: [{ index: true, element: page(() => import('../features/warning/awakening/AwakeningRoom').then((m) => m.AwakeningRoom)) }],
  },
  { path: paths.setup, element: page(() => import('../features/organisation/SetupPage').then((m) => m.SetupPage)) },
  {
    path: '/desk',
    element: <DeskDoor />,
    children: [
      { index: true, element: <Home /> },
      { path: 'sign-in', element: <Home /> },
      { path: 'warnings', element: page(() => import('../features/warning/QueuePage').then((m) => m.QueuePage)) },
      { path: 'warnings/:id', element: page(() => import('../features/warning/EpisodePage').then((m) => m.EpisodePage)) },
      { path: 'warnings/:id/awakening', element: page(() => import('../features/warning/awakening/AwakeningDoor').then((m) => m.AwakeningDoor)) },
      { path: 'awakening', element: page(() => import('../features/warning/awakening/AwakeningListPage').then((m) => m.AwakeningListPage)) },
      { path: 'imports', element: page(() => import('../features/warning/ImportsPage').then((m) => m.ImportsPage)) },
      { path: 'imports/:id', element: page(() => import('../features/warning/ImportsPage').then((m) => m.ImportsPage)) },
      { path: 'routing', element: page(() => import('../features/warning/RoutingPage').then((m) => m.RoutingPage)) },
      { path: 'hotline', element: page(() => import('../features/warning/HotlinePage').then((m) => m.HotlinePage)) },
      { path: 'exports', element: page(() => import('../features/warning/ExportsPage').then((m) => m.ExportsPage)) },
      { path: 'figures', element: page(() => import('../features/indicator/FiguresPage').then((m) => m.FiguresPage)) },
      { path: 'rules', element: page(() => import('../features/warning/RulesPage').then((m) => m.RulesPage)) },
      { path: 'scripts', element: page(() => import('../features/warning/ScriptsPage').then((m) => m.ScriptsPage)) },
      { path: 'ladders', element: page(() => import('../features/order/LaddersPage').then((m) => m.LaddersPage)) },
      { path: 'units', element: page(() => import('../features/organisation/UnitsPage').then((m) => m.UnitsPage)) },
      { path: 'units/:id', element: page(() => import('../features/organisation/UnitsPage').then((m) => m.UnitsPage)) },
      { path: 'duty', element: page(() => import('../features/organisation/DutyPage').then((m) => m.DutyPage)) },
      { path: 'clients', element: page(() => import('../features/organisation/ClientsPage').then((m) => m.ClientsPage)) },
      { path: 'account', element: page(() => import('../features/organisation/AccountPage').then((m) => m.AccountPage)) },
      { path: 'sessions', element: page(() => import('../features/organisation/SessionsPage').then((m) => m.SessionsPage)) },
      { path: 'audit', element: page(() => import('../features/audit/AuditPage').then((m) => m.AuditPage)) },
      { path: 'holds', element: page(() => import('../features/audit/HoldsPage').then((m) => m.HoldsPage)) },
      { path: 'simulator', element: page(() => import('../features/notification/SimulatorPage').then((m) => m.SimulatorPage)) },
      { path: 'help', element: page(() => import('./HelpPage').then((m) => m.HelpPage)) },
      { path: '*', element: <Navigate to={paths.help} replace /> },
      { path: 'orders', element: page(() => import('../features/order/BoardPage').then((m) => m.BoardPage)) },
      { path: 'orders/:id', element: page(() => import('../features/order/OrderPage').then((m) => m.OrderPage)) },
    ],
  },
];

export const deskRouter = createBrowserRouter(deskRouteTable);
