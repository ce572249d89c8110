import type { Action } from './types';

/** What the service says about units and people. */

export interface Session {
  id: string;
  address: string;
  device: string;
  since: string;
  lastSeenAt: string;
  mine: boolean;
  strong: boolean;
}

export interface Unit {
  id: string;
  code: string;
  name: string;
  level: string;
  path: string;
  kind?: string | null;
  parentId: string | null;
  childCount: number;
  staffCount: number;
}

export interface UnitDetail extends Unit {
  jurisdictions: Jurisdiction[];
  duties: string[];
  onDuty: { staffId: string; name: string; duty?: string; until?: string | null }[];
  actions: Action[];
}

export interface Jurisdiction {
  kind: string;
  code: string;
  name: string;
  parts?: string[];
}

export interface Staff {
  id: string;
  number: string;
  name: string;
  unitName: string;
  posts: Post[];
  onDuty: boolean;
  phoneMasked: string | null;
  account?: string | null;
  state: string;
}

export interface Post {
  id?: string;
  unitId: string;
  unitName: string;
  title: string;
  roles: string[];
  scope: string;
  chosen?: string[];
}

export interface Shift {
  id: string;
  staffId: string;
  number: string;
  name: string;
  unitId: string;
  unitName: string;
  duty: string;
  from: string;
  until: string;
}

export interface Client {
  id: string;
  name: string;
  scopes: string[];
  unitName: string;
  createdAt: string;
  endedAt: string | null;
}

export interface RosterImport {
  rows: number;
  accepted: number;
  rejected: number;
  rejects: { sheet: string; row: number; column: string; code: string; message: string }[];
}
