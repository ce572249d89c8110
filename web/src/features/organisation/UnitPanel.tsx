import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { actionOf } from '../../api/actions';
import type { UnitDetail } from '../../api/unitTypes';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { ActionButton } from '../../ui/Refusal';
import { kindWord, levelWord, shiftDutyWord, unitDutyWord } from './words';

interface UnitPanelProps {
  unit: UnitDetail;
  onAct: (act: 'edit' | 'below' | 'jurisdictions') => void;
}

/** What a unit is, what it answers for, who is on duty; and what may be changed, or why not. */
export function UnitPanel({ unit, onAct }: UnitPanelProps) {
  const { t } = useTranslation('organisation');
  const edit = actionOf(unit.actions, 'edit');
  return (
    <aside className="card side" aria-label={t('units.detail')}>
      <section>
        <h2>{unit.name}</h2>
        <p className="m t2">
          {levelWord(unit.level, t)} · <span className="num">{unit.code}</span>
        </p>
      </section>
      <section>
        <h3>{t('units.duties')}</h3>
        <div className="chips wrap">
          {unit.duties.map((duty) => (
            <Chip key={duty}>{unitDutyWord(duty, t)}</Chip>
          ))}
          {unit.duties.length === 0 && <span className="m t3">—</span>}
        </div>
      </section>
      <section>
        <h3>{t('units.jurisdictions')}</h3>
        {unit.jurisdictions.length === 0 && <p className="m t3">{t('units.noJurisdictions')}</p>}
        <ul>
          {unit.jurisdictions.map((each) => (
            <li key={each.kind + each.code} className="row g8 m">
              <span>{each.name}</span>
              <span className="sp" />
              <span className="s t3 num">
                {kindWord(each.kind, t)} {each.code}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('units.onDuty')}</h3>
        {unit.onDuty.length === 0 && <p className="m t3">{t('units.nobody')}</p>}
        {unit.onDuty.map((person) => (
          <p key={person.staffId + (person.duty ?? '')} className="m">
            {person.name} <span className="t3">{person.duty ? shiftDutyWord(person.duty, t) : ''}</span>
          </p>
        ))}
        <Link className="m" to={`${paths.duty}?unit=${unit.id}`}>
          {t('units.seeDuty')}
        </Link>
      </section>
      {edit.offered && (
        <section className="side-acts">
          {edit.closed ? (
            <ActionButton closed={edit.closed}>{t('units.editUnit')}</ActionButton>
          ) : (
            <div className="row g8 wrap">
              <Button small icon="pen" onClick={() => onAct('edit')}>
                {t('units.editUnit')}
              </Button>
              <Button small onClick={() => onAct('jurisdictions')}>
                {t('units.editJurisdictions')}
              </Button>
              <Button small onClick={() => onAct('below')}>
                {t('units.addBelow')}
              </Button>
            </div>
          )}
        </section>
      )}
    </aside>
  );
}
