import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../api/unitTypes';
import { Icon } from '../../ui/Icon';
import { Waiting } from '../../ui/States';
import { useUnits } from './api';

interface UnitTreeProps {
  /** The path of the chosen unit: the branches towards it stand open. */
  path?: string | undefined;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Units branch by branch, each fetched when it is opened; or found by name, code or pinyin initials. */
export function UnitTree({ chosen, path, onChoose }: UnitTreeProps) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState('');
  const searched = useUnits(undefined, typed.trim());
  return (
    <nav className="card side unit-tree" aria-label={t('units.tree')}>
      <div className="unit-search">
        <input className="input" type="search" aria-label={t('units.search')} placeholder={t('units.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {searched.isPending && <Waiting rows={4} />}
      {searched.data?.items.length === 0 && <p className="pad m t2">{t('units.notFound', { typed: typed.trim() })}</p>}
      <ul className="branch">
        {(searched.data?.items ?? []).map((unit) => (
          <Branch key={unit.id} unit={unit} chosen={chosen} path={path} onChoose={onChoose} depth={0} />
        ))}
      </ul>
    </nav>
  );
}

function Branch({ unit, chosen, path, onChoose, depth }: { unit: Unit; depth: number } & UnitTreeProps) {
  const [turned, setTurned] = useState<boolean>();
  const open = turned ?? (depth === 0 || (path?.startsWith(unit.path) ?? false));
  return (
    <li>
      <div className={unit.id === chosen ? 'unit-row on' : 'unit-row'}>
        {unit.childCount > 0 ? (
          <button type="button" className={open ? 'twig open' : 'twig'} aria-expanded={open} aria-label={unit.name} onClick={() => setTurned(!open)}>
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
      {open && unit.childCount > 0 && <Children parent={unit.id} chosen={chosen} path={path} onChoose={onChoose} depth={depth + 1} />}
    </li>
  );
}

function Children({ parent, chosen, path, onChoose, depth }: { parent: string; depth: number } & UnitTreeProps) {
  const found = useUnits(parent);
  return (
    <ul className="branch">
      {(found.data?.items ?? []).map((unit) => (
        <Branch key={unit.id} unit={unit} chosen={chosen} path={path} onChoose={onChoose} depth={depth} />
      ))}
    </ul>
  );
}
