import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Clock } from './Clock';
import { readClock, type ClockFacts } from './clock';
import { durationOf } from './format';
import { nowShare, shareOf } from './ruler';

const minute = 60_000;
const start = Date.parse('2026-06-18T06:00:00Z');
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
const facts: ClockFacts = { startedAt: at(0), dueAt: at(20), ending: '→ 指挥长' };

describe('a clock', () => {
  it('runs in ink while more than a quarter is left', () => {
    expect(readClock(facts, start + 10 * minute)).toMatchObject({ state: 'running', millis: 10 * minute, burnt: 0.5 });
  });
  it('turns near in the last quarter, and earlier when a decision is waited for', () => {
    expect(readClock(facts, start + 15 * minute).state).toBe('near');
    expect(readClock({ ...facts, waitsForDecision: true }, start).state).toBe('near');
  });
  it('is about life or money from the first second', () => {
    expect(readClock({ ...facts, life: true }, start).state).toBe('life');
  });
  it('counts up once the deadline has passed, even for life or money', () => {
    expect(readClock({ ...facts, life: true }, start + 22 * minute)).toMatchObject({ state: 'overdue', millis: 2 * minute, burnt: 1 });
  });
  it('stands still while paused', () => {
    const paused = { ...facts, paused: { since: at(5), reason: '等当事人' } };
    expect(readClock(paused, start + 19 * minute)).toMatchObject({ state: 'paused', millis: 15 * minute, burnt: 0.25 });
  });
  it('shows how long it took once met', () => {
    expect(readClock({ ...facts, metAt: at(6) }, start + 60 * minute)).toMatchObject({ state: 'met', millis: 6 * minute });
  });
  it('says what happens at the end', () => {
    render(<Clock facts={{ ...facts, startedAt: '2020-01-01T00:00:00Z', dueAt: '2020-01-01T00:10:00Z' }} />);
    expect(screen.getByText('→ 指挥长')).toBeTruthy();
    expect(screen.getByText(/^超 /)).toBeTruthy();
  });
});

describe('a duration', () => {
  it.each([
    [4 * minute + 36_000, '04:36', '04:36'],
    [184 * minute, '3 时 04 分', '3 h 04 min'],
    [(3 * 24 + 8) * 60 * minute, '3 天 08 时', '3 d 08 h'],
  ])('of %d ms reads %s', (millis, zh, en) => {
    expect(durationOf(millis, 'zh')).toBe(zh);
    expect(durationOf(millis, 'en')).toBe(en);
  });
});

describe('the ruler', () => {
  it('puts now where both halves meet, and equal distances at equal lengths', () => {
    expect(shareOf(start, start)).toBeCloseTo(nowShare);
    const before = nowShare - shareOf(start - 5 * minute, start);
    const after = shareOf(start + 5 * minute, start) - nowShare;
    expect(before).toBeCloseTo(after);
  });
  it('keeps what is beyond its ends at its ends', () => {
    expect(shareOf(start - 90 * 24 * 60 * minute, start)).toBe(0);
    expect(shareOf(start + 900 * 24 * 60 * minute, start)).toBe(1);
  });
});
