import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff, UnitDetail } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { useRoleWord } from '../../ui/roles';
import { SortHead } from '../../ui/SortHead';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useStaff } from './api';
import { scopeWord } from './words';

/** The people of a unit with their posts, roles and how far they see. */
interface StaffTableProps {
  unit: UnitDetail;
  /** Whether this seat may list people at all. */
  sees: boolean;
  onEdit: ((person: Staff) => void) | undefined;
  onAdd: (() => void) | undefined;
}

export function StaffTable({ unit, sees, onEdit, onAdd }: StaffTableProps) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState('number');
  const found = useStaff(unit.id, typed.trim(), order, sees);
  const staff = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="row g12 pad wrap">
        <h2 className="nw">{t('units.staff')}</h2>
        <span className="t2 num">{t('units.count', { count: unit.staffCount })}</span>
        <span className="sp" />
        <label className="search-small">
          <span className="vh">{t('units.staffSearch')}</span>
          <input className="input" type="search" placeholder={t('units.staffSearch')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {onAdd && (
          <Button small icon="people" onClick={onAdd}>
            {t('units.addStaff')}
          </Button>
        )}
      </div>
      {!sees && (
        <div className="pad">
          <Empty title={t('units.unseen')}>{t('units.unseenWhy')}</Empty>
        </div>
      )}
      {sees && found.isPending && <Waiting rows={8} />}
      {found.isError && (
        <div className="pad">
          <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>
        </div>
      )}
      {found.data && staff.length === 0 && (
        <div className="pad">
          <Empty title={t('units.none')} />
        </div>
      )}
      {staff.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('units.staff')}>
          <table className="tbl staff">
            <thead>
              <tr>
                <SortHead word={t('units.column.number')} by="number" order={order} onOrder={setOrder} />
                <SortHead word={t('units.column.name')} by="name" order={order} onOrder={setOrder} />
                <th>{t('units.column.posts')}</th>
                <th>{t('units.column.roles')}</th>
                <th>{t('units.column.scope')}</th>
                <th>{t('units.column.phone')}</th>
              </tr>
            </thead>
            <tbody>
              {staff.map((person) => (
                <Person key={person.id} person={person} onEdit={onEdit} />
              ))}
            </tbody>
          </table>
          {found.hasNextPage && (
            <div className="pad">
              <Button small onClick={() => void found.fetchNextPage()}>
                {t('more', { ns: 'ui' })}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}

function Person({ person, onEdit }: { person: Staff; onEdit: StaffTableProps['onEdit'] }) {
  const { t } = useTranslation('organisation');
  const roleWord = useRoleWord();
  return (
    <tr>
      <td className="num t2">{person.number}</td>
      <td>
        <span className="row g8 wrap">
          {onEdit ? (
            <button type="button" className="linkish" onClick={() => onEdit(person)}>
              <b>{person.name}</b>
            </button>
          ) : (
            <b>{person.name}</b>
          )}
          {person.state !== 'active' && <Chip kind="notyet">{person.state === 'left' ? t('staffForm.states.left') : t('staffForm.states.blocked')}</Chip>}
          {person.onDuty && <Chip kind="reached">{t('units.onDutyChip')}</Chip>}
        </span>
      </td>
      <td>
        {person.posts.map((post) => (
          <span key={post.unitId + post.title} className="post">
            {post.title}
            <small>{post.unitName}</small>
          </span>
        ))}
      </td>
      <td>
        <span className="chips wrap">
          {[...new Set(person.posts.flatMap((post) => post.roles))].map((role) => (
            <Chip key={role}>{roleWord(role)}</Chip>
          ))}
        </span>
      </td>
      <td>
        {person.posts.map((post) => (
          <span key={post.unitId + post.title} className="post">
            {scopeWord(post.scope, t)}
          </span>
        ))}
      </td>
      <td className="num mask">{person.phoneMasked ?? ''}</td>
    </tr>
  );
}
