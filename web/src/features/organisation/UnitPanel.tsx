import { useTranslation } from 'react-i18next';
import type { UnitDetail } from '../../api/types';
import { Chip } from '../../ui/Chip';

const levels = ['ministry', 'province', 'city', 'county', 'station', 'post', 'partner'] as const;
const kinds = ['division', 'grid', 'post'] as const;
const duties = ['anti-fraud-centre', 'command', 'stop-payment'] as const;

export function UnitPanel({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation('organisation');
  const level = levels.find((each) => each === unit.level.toLowerCase());
  return (
    <aside className="card side" aria-label={t('units.detail')}>
      <section>
        <h2>{unit.name}</h2>
        <p className="m t2">
          {level ? t(`units.level.${level}`) : unit.level} · <span className="num">{unit.code}</span>
        </p>
      </section>
      <section>
        <h3>{t('units.duties')}</h3>
        <div className="chips wrap">
          {unit.duties.map((duty) => {
            const known = duties.find((each) => each === duty);
            return <Chip key={duty}>{known ? t(`units.duty.${known}`) : duty}</Chip>;
          })}
          {unit.duties.length === 0 && <span className="m t3">—</span>}
        </div>
      </section>
      <section>
        <h3>{t('units.jurisdictions')}</h3>
        {unit.jurisdictions.length === 0 && <p className="m t3">{t('units.noJurisdictions')}</p>}
        <ul>
          {unit.jurisdictions.map((each) => {
            const kind = kinds.find((known) => known === each.kind);
            return (
              <li key={each.kind + each.code} className="row g8 m">
                <span>{each.name}</span>
                <span className="sp" />
                <span className="s t3 num">
                  {kind ? t(`units.kind.${kind}`) : each.kind} {each.code}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h3>{t('units.onDuty')}</h3>
        {unit.onDuty.length === 0 && <p className="m t3">{t('units.nobody')}</p>}
        {unit.onDuty.map((person) => (
          <p key={person.staffId + (person.duty ?? '')} className="m">
            {person.name} <span className="t3">{person.duty ?? ''}</span>
          </p>
        ))}
      </section>
    </aside>
  );
}
