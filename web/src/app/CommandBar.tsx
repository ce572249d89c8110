import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api/client';
import type { EpisodeRow, Me, Slice } from '../api/types';
import { paths } from '../paths';
import { Icon } from '../ui/Icon';
import { useKeys } from '../ui/useKeys';
import { chooseLanguage } from './messages';
import { chooseTheme } from './theme';

interface Choice {
  key: string;
  word: string;
  about: string;
  act: () => void;
}

type Matcher = (text: string, typed: string) => boolean;

/** One bar for everything: pinyin initials of a page or an action, a number, a name. */
export function CommandBar({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [matches, setMatches] = useState<Matcher>(() => plainly);
  useKeys({
    '/': () => box.current?.focus(),
  });
  useEffect(() => {
    if (!open) return;
    void import('pinyin-pro').then(({ match }) => setMatches(() => (text: string, word: string) => plainly(text, word) || match(text, word) !== null));
  }, [open]);
  const wanted = typed.trim();
  const searches = me.roles.includes('WARNING_CLERK') && wanted.length >= 2;
  const found = useQuery({
    queryKey: ['episode', 'search', wanted],
    queryFn: ({ signal }) => call<Slice<EpisodeRow>>('/api/warning/episodes', { query: { view: 'centre', q: wanted, size: 6 }, signal }),
    enabled: open && searches,
  });
  const choices: Choice[] = [
    ...pages(t, (to) => void navigate(to)).filter((choice) => wanted === '' || matches(choice.word, wanted)),
    ...(searches ? (found.data?.items ?? []) : []).map((row) => ({
      key: row.id,
      word: `${row.nameMasked} ${row.number}`,
      about: [row.place?.name, row.scamTypeName].filter(Boolean).join(' · '),
      act: () => void navigate(paths.episode(row.id)),
    })),
  ];
  const current = Math.min(at, choices.length - 1);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    setOpen(false);
    setTyped('');
    box.current?.blur();
    choice.act();
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
            if (event.key === 'ArrowDown') setAt(Math.min(current + 1, choices.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
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
            {t('command.none', { typed: wanted })}
          </li>
        )}
      </ul>
    </div>
  );
}

function plainly(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase());
}

function pages(t: ReturnType<typeof useTranslation<'shell'>>['t'], go: (to: string) => void): Choice[] {
  const page = (key: string, word: string, to: string): Choice => ({ key, word, about: t('command.page'), act: () => go(to) });
  const action = (key: string, word: string, act: () => void): Choice => ({ key, word, about: t('command.action'), act });
  return [
    page('queue', t('page.queue'), paths.queue),
    page('orders', t('page.orders'), paths.orders),
    page('imports', t('page.imports'), paths.imports),
    page('routing', t('page.routing'), paths.routing),
    page('wallboard', t('page.wallboard'), paths.wallboard),
    page('units', t('page.units'), paths.units),
    page('rules', t('page.rules'), paths.rules),
    page('audit', t('page.audit'), paths.audit),
    page('simulator', t('page.simulator'), paths.simulator),
    page('sessions', t('page.sessions'), paths.sessions),
    page('help', t('page.help'), paths.help),
    action('night', t('seat.night'), () => chooseTheme('night')),
    action('day', t('seat.day'), () => chooseTheme('day')),
    action('zh', t('command.zh'), () => chooseLanguage('zh')),
    action('en', t('command.en'), () => chooseLanguage('en')),
  ];
}
