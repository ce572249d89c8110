import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { Waiting } from '../../ui/States';
import { useUnits } from './api';

interface UnitTreeProps {
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Units branch by branch, each fetched when it is opened; or found by name, code or pinyin initials. */
export function UnitTree({ chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState('');
  const searched = useUnits(undefined, typed.trim());
  return (
    <nav className="card side unit-tree" aria-label={t('units.tree')}>
      <div className="unit-search">
        <input className="input" type="search" aria-label={t('units.search')} placeholder={t('units.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {searched.isPending && <Waiting />}
      <ul className="branch">
        {(searched.data?.items ?? []).map((unit) => (
          <Branch key={unit.id} unit={unit} chosen={chosen} onChoose={onChoose} depth={0} />
        ))}
      </ul>
    </nav>
  );
}

function Branch({ unit, chosen, onChoose, depth }: { unit: Unit; depth: number } & UnitTreeProps) {
  const [open, setOpen] = useState(depth === 0);
  return (
    <li>
      <div className={unit.id === chosen ? 'unit-row on' : 'unit-row'}>
        {unit.childCount > 0 ? (
          <button type="button" className={open ? 'twig open' : 'twig'} aria-expanded={open} aria-label={unit.name} onClick={() => setOpen(!open)}>
            <Icon name="next" small />
          </button>
        ) : (
          <span className="twig" />
        )}
        <button type="button" className="unit-name" aria-current={unit.id === chosen || undefined} onClick={() => onChoose(unit.id)}>
          {unit.name}
          <span className="s t3 num">{unit.staffCount > 0 ? unit.staffCount : ''}</span>
        </button>
      </div>
      {open && unit.childCount > 0 && <Children parent={unit.id} chosen={chosen} onChoose={onChoose} depth={depth + 1} />}
    </li>
  );
}

function Children({ parent, chosen, onChoose, depth }: { parent: string; depth: number } & UnitTreeProps) {
  const found = useUnits(parent);
  return (
    <ul className="branch">
      {(found.data?.items ?? []).map((unit) => (
        <Branch key={unit.id} unit={unit} chosen={chosen} onChoose={onChoose} depth={depth} />
      ))}
    </ul>
  );
}
