import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api/client';
import { usePlaceSearch, useUnitSearch } from '../api/directory';
import type { EpisodeRow, Me, Slice } from '../api/types';
import { paths } from '../paths';
import { Icon } from '../ui/Icon';
import { useKeys } from '../ui/useKeys';
import { destinationsFor } from './destinations';
import { chooseLanguage } from './messages';
import { chooseTheme } from './theme';

interface Choice {
  key: string;
  word: string;
  about: string;
  act: () => void;
}

type Matcher = (text: string, typed: string) => boolean;

/** One bar for everything: pinyin initials of a page, a unit, a place or an action; a number, a name. */
export function CommandBar({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const choices = useChoices(me, typed.trim(), open);
  const current = Math.min(at, choices.length - 1);
  useKeys({ '/': () => box.current?.focus() });
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    setOpen(false);
    setTyped('');
    box.current?.blur();
    choice.act();
  };
  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), choices.length - 1);
    setAt(next);
    document.getElementById(`cmd-${choices[next]?.key ?? ''}`)?.scrollIntoView?.({ block: 'nearest' });
  };
  return (
    <div className="cmd">
      <div className="cmd-box">
        <Icon name="search" small />
        <input
          ref={box}
          role="combobox"
          aria-label={t('command.label')}
          aria-expanded={open}
          aria-controls="cmd-list"
          aria-activedescendant={open && choices[current] ? `cmd-${choices[current].key}` : undefined}
          placeholder={t('command.placeholder')}
          autoComplete="off"
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') move(current + 1);
            else if (event.key === 'ArrowUp') move(current - 1);
            else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(choices[current]);
            else return;
            event.preventDefault();
          }}
        />
        <kbd className="kbd" aria-hidden="true">
          /
        </kbd>
      </div>
      <ul className="cmd-list" id="cmd-list" role="listbox" aria-label={t('command.label')} hidden={!open}>
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`cmd-${choice.key}`}
            role="option"
            aria-selected={index === current}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            <span>{choice.word}</span>
            <span className="sp" />
            <span className="s t3">{choice.about}</span>
          </li>
        ))}
        {choices.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" className="t3">
            {t('command.none', { typed: typed.trim() })}
          </li>
        )}
      </ul>
    </div>
  );
}

const fewest = 2;

/** What the word may mean: pages and actions at once, then what the service finds. */
function useChoices(me: Me, wanted: string, open: boolean): Choice[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  const [matches, setMatches] = useState<Matcher>(() => plainly);
  useEffect(() => {
    if (!open) return;
    void import('pinyin-pro').then(({ match }) => setMatches(() => (text: string, word: string) => plainly(text, word) || match(text, word) !== null));
  }, [open]);
  const asks = open && wanted.length >= fewest;
  const listsEpisodes = me.roles.includes('WARNING_CLERK') || me.roles.includes('DISPATCHER');
  const episodes = useQuery({
    queryKey: ['episode', 'search', wanted],
    queryFn: ({ signal }) => call<Slice<EpisodeRow>>('/api/warning/episodes', { query: { view: 'centre', q: wanted, size: 6 }, signal }),
    enabled: asks && listsEpisodes,
  });
  const units = useUnitSearch(wanted, asks);
  const places = usePlaceSearch(asks && listsEpisodes ? wanted : '');
  const city = me.unit.code.match(/^\d{4}/)?.[0] ?? '';
  const actions: [string, string, () => void][] = [
    ['night', t('seat.night'), () => chooseTheme('night')],
    ['day', t('seat.day'), () => chooseTheme('day')],
    ['zh', t('command.zh'), () => chooseLanguage('zh')],
    ['en', t('command.en'), () => chooseLanguage('en')],
  ];
  const own = [
    ...destinationsFor(me).map((each) => ({ key: each.key, word: t(`page.${each.key}`), about: t('command.page'), act: go(each.to) })),
    ...actions.map(([key, word, act]) => ({ key, word, about: t('command.action'), act })),
  ].filter((choice) => wanted === '' || matches(choice.word, wanted));
  if (!asks) return own;
  return [
    ...own,
    ...(listsEpisodes ? (episodes.data?.items ?? []) : []).map((row) => ({
      key: row.id,
      word: `${row.nameMasked} ${row.number}`,
      about: [row.place?.name, row.scamTypeName].filter(Boolean).join(' · '),
      act: go(paths.episode(row.id)),
    })),
    ...(units.data?.items ?? []).slice(0, 6).map((unit) => ({ key: unit.id, word: unit.name, about: t('command.unit', { code: unit.code }), act: go(paths.unit(unit.id)) })),
    ...(listsEpisodes ? (places.data?.items ?? []) : [])
      .filter((place) => place.code.startsWith(city))
      .slice(0, 4)
      .map((place) => ({ key: `place-${place.code}`, word: place.name, about: t('command.place', { place: place.fullName }), act: go(`${paths.queue}?view=centre&county=${place.code}`) })),
  ];
}

function plainly(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase());
}
