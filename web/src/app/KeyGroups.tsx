import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { destinationsFor } from './destinations';

type Word = 'command' | 'leave' | 'move' | 'take' | 'openRow' | 'importKey' | 'belief' | 'answers' | 'next' | 'sign' | 'report' | 'extension' | 'return' | 'issue' | 'sheetKey' | 'remind' | 'back' | 'dial' | 'again' | 'hangUp' | 'callResult' | 'callNote' | 'outcome' | 'paid' | 'seek' | 'takeAnother' | 'awaken';

const groups: { title: 'everywhere' | 'queue' | 'episode' | 'orders'; keys: [string[], Word][] }[] = [
  {
    title: 'everywhere',
    keys: [
      [['/'], 'command'],
      [['?'], 'sheetKey'],
      [['J', 'K'], 'move'],
      [['Enter'], 'openRow'],
      [['Esc'], 'leave'],
    ],
  },
  {
    title: 'queue',
    keys: [
      [['Space'], 'take'],
      [['C'], 'remind'],
      [['D'], 'importKey'],
    ],
  },
  {
    title: 'episode',
    keys: [
      [['Enter', 'D'], 'dial'],
      [['1', '…', '6'], 'belief'],
      [['7', '…', '0'], 'answers'],
      [['Space'], 'next'],
      [['R'], 'again'],
      [['K'], 'hangUp'],
      [['L'], 'callNote'],
      [['S', 'W', 'M', 'T', 'J', 'B'], 'callResult'],
      [['Q', 'H', 'X', 'Z', 'Y'], 'outcome'],
      [['Alt Z'], 'paid'],
      [['F'], 'seek'],
      [['N'], 'takeAnother'],
      [['A'], 'awaken'],
      [['←'], 'back'],
    ],
  },
  {
    title: 'orders',
    keys: [
      [['S'], 'sign'],
      [['H'], 'report'],
      [['Y'], 'extension'],
      [['T'], 'return'],
      [['N'], 'issue'],
    ],
  },
];

/** The keys of the desk, page by page. */
export function KeyGroups() {
  const { t } = useTranslation('shell');
  return groups.map((group) => (
    <section key={group.title} className="card pad">
      <h2>{t(`help.${group.title}`)}</h2>
      <dl>
        {group.keys.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (key === '…' ? <span key={key}>–</span> : <kbd key={key} className="kbd">{key === 'Space' ? t('space', { ns: 'ui' }) : key}</kbd>))}
            </dt>
            <dd>{t(`help.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

/** Where G and a letter lead from this seat. */
export function GoKeys({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  return (
    <section className="card pad">
      <h2>{t('help.go')}</h2>
      <dl>
        {destinationsFor(me).map(
          (each) =>
            each.go && (
              <div key={each.key}>
                <dt>
                  <kbd className="kbd">G</kbd> <kbd className="kbd">{each.go.toUpperCase()}</kbd>
                </dt>
                <dd>{t(`page.${each.key}`)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
