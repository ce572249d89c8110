import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { HelpPage } from './app/HelpPage';
import { SignInPage } from './features/organisation/SignInPage';
import { FiguresPage } from './features/indicator/FiguresPage';
import { AuditPage } from './features/audit/AuditPage';
import { SimulatorPage } from './features/notification/SimulatorPage';
import { BoardPage } from './features/order/BoardPage';
import { LaddersPage } from './features/order/LaddersPage';
import { OrderPage } from './features/order/OrderPage';
import { AccountPage } from './features/organisation/AccountPage';
import { ClientsPage } from './features/organisation/ClientsPage';
import { DutyPage } from './features/organisation/DutyPage';
import { SetupPage } from './features/organisation/SetupPage';
import { SessionsPage } from './features/organisation/SessionsPage';
import { UnitsPage } from './features/organisation/UnitsPage';
import { AwakeningDoor } from './features/warning/awakening/AwakeningDoor';
import { AwakeningListPage } from './features/warning/awakening/AwakeningListPage';
import { AwakeningRoom } from './features/warning/awakening/AwakeningRoom';
import { EpisodePage } from './features/warning/EpisodePage';
import { ExportsPage } from './features/warning/ExportsPage';
import { HotlinePage } from './features/warning/HotlinePage';
import { ImportsPage } from './features/warning/ImportsPage';
import { RoutingPage } from './features/warning/RoutingPage';
import { RulesPage } from './features/warning/RulesPage';
import { ScriptsPage } from './features/warning/ScriptsPage';
import { WallboardPage } from './features/warning/WallboardPage';
import { axeFindings } from './test/axe';
import { drawAt } from './test/draw';

const pages: [string, string, string, ReactNode, string | RegExp][] = [
  ['the sign-in page', '/desk', '/desk', <SignInPage key="1" />, '市中心劝阻员'],
  ['the episode page', '/desk/warnings/e-1', '/desk/warnings/:id', <EpisodePage key="2" />, '资料遮着'],
  ['the imports', '/desk/imports', '/desk/imports', <ImportsPage key="3" />, 'DR-1122-03'],
  ['one import', '/desk/imports/i-1', '/desk/imports/:id', <ImportsPage key="4" />, '末位应是数字或 X'],
  ['the order board', '/desk/orders', '/desk/orders', <BoardPage key="5" />, '湖边护栏上有人，先稳住'],
  ['one order', '/desk/orders/o-13', '/desk/orders/:id', <OrderPage key="6" />, '这道指令'],
  ['the wallboard', '/desk/wallboard', '/desk/wallboard', <WallboardPage key="7" />, '一条线到底'],
  ['the figures', '/desk/figures', '/desk/figures', <FiguresPage key="21" />, '预警后仍受损'],
  ['what works', '/desk/figures?view=works', '/desk/figures', <FiguresPage key="22" />, '更好'],
  ['the routing queue', '/desk/routing', '/desk/routing', <RoutingPage key="8" />, '通辽市团结村'],
  ['the hotline', '/desk/hotline', '/desk/hotline', <HotlinePage key="24" />, '还没有核验'],
  ['the rules', '/desk/rules', '/desk/rules', <RulesPage key="9" />, '来源定级'],
  ['the scripts', '/desk/scripts', '/desk/scripts', <ScriptsPage key="20" />, '冒充公检法'],
  ['units and staff', '/desk/units/u-1', '/desk/units/:id', <UnitsPage key="10" />, '巴图'],
  ['my sessions', '/desk/sessions', '/desk/sessions', <SessionsPage key="11" />, 'Chrome · Android'],
  ['the audit log', '/desk/audit', '/desk/audit', <AuditPage key="12" />, '#90412'],
  ['the simulator', '/desk/simulator', '/desk/simulator', <SimulatorPage key="13" />, /请留意家人/],
  ['the duty roster', '/desk/duty', '/desk/duty', <DutyPage key="15" />, '现在值班'],
  ['the clients', '/desk/clients', '/desk/clients', <ClientsPage key="16" />, '省平台推送'],
  ['the own account', '/desk/account', '/desk/account', <AccountPage key="17" />, '再写一遍'],
  ['the first set-up', '/desk/setup', '/desk/setup', <SetupPage key="18" />, /已经有管理员/],
  ['the export requests', '/desk/exports', '/desk/exports', <ExportsPage key="20" />, '用途：向市局报送本周预警'],
  ['the door of the awakening room', '/desk/warnings/e-1/awakening', '/desk/warnings/:id/awakening', <AwakeningDoor key="21" />, '来这里是自愿的，随时可以走。'],
  ['the awakening sessions', '/desk/awakening', '/desk/awakening', <AwakeningListPage key="22" />, /包\*兰/],
  ['the awakening room', '/desk/awakening/w-1', '/desk/awakening/:id', <AwakeningRoom key="23" />, '对方让您转到“安全账户”，怎么办？'],
  ['the ladders', '/desk/ladders', '/desk/ladders', <LaddersPage key="19" />, '高危预警 · 上门'],
  ['the help page', '/desk/help', '/desk/help', <HelpPage key="14" />, '先说用途，再看资料'],
];

describe.each(pages)('%s', (_name, address, path, page, word) => {
  it('is drawn and clean for axe', async () => {
    drawAt(address, path, page);
    expect((await screen.findAllByText(word)).length).toBeGreaterThan(0);
    expect(await axeFindings()).toEqual([]);
  });
});
