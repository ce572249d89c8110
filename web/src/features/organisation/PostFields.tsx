import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitSearch } from '../../api/directory';
import { Button } from '../../ui/Button';
import { FormField } from '../../ui/FormField';
import { useRoleWord } from '../../ui/roles';
import { SearchSelect } from '../../ui/SearchSelect';
import { useUnit } from './api';
import { roles, scopes } from './words';

export interface PostDraft {
  key: string;
  unitId: string;
  unitName: string;
  title: string;
  roles: string[];
  scope: string;
  chosen: { id: string; name: string }[];
}

interface PostFieldsProps {
  post: PostDraft;
  only: boolean;
  onChange: (post: PostDraft) => void;
  onDrop: () => void;
}

/** One post: where, as what, what it may do and how far it sees. */
export function PostFields({ post, only, onChange, onDrop }: PostFieldsProps) {
  const { t } = useTranslation('organisation');
  const roleWord = useRoleWord();
  const [typed, setTyped] = useState('');
  const units = useUnitSearch(typed);
  const known = units.data?.items ?? [];
  const options = [...(post.unitId && !known.some((unit) => unit.id === post.unitId) ? [{ value: post.unitId, label: post.unitName }] : []), ...known.map((unit) => ({ value: unit.id, label: unit.name }))];
  const nameOf = (id: string) => known.find((unit) => unit.id === id)?.name ?? id;
  return (
    <section className="post-card" aria-label={post.title || t('staffForm.post')}>
      <div className="form-grid">
        <FormField word={t('staffForm.postUnit')}>
          {(wiring) => <SearchSelect {...wiring} searching={units.isPlaceholderData} value={post.unitId || undefined} onSearch={setTyped} options={options} onChange={(unitId) => onChange({ ...post, unitId, unitName: nameOf(unitId) })} />}
        </FormField>
        <FormField word={t('staffForm.postTitle')}>
          {(wiring) => <input {...wiring} className="input" value={post.title} maxLength={100} onChange={(event) => onChange({ ...post, title: event.target.value })} />}
        </FormField>
        <FormField word={t('staffForm.scope')} hint={t(`staffForm.scopeHint.${scopes.find((each) => each === post.scope) ?? 'UNIT'}`)}>
          {(wiring) => (
            <select {...wiring} className="input" value={post.scope} onChange={(event) => onChange({ ...post, scope: event.target.value })}>
              {scopes.map((scope) => (
                <option key={scope} value={scope}>
                  {t(`units.scope.${scope}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {post.scope === 'CHOSEN_UNITS' && (
          <FormField word={t('staffForm.chosen')} hint={post.chosen.length === 0 ? t('staffForm.chosenNone') : post.chosen.map((unit) => <UnitName key={unit.id} unit={unit} />)}>
            {(wiring) => (
              <SearchSelect
                {...wiring}
                searching={units.isPlaceholderData}
                value={undefined}
                onSearch={setTyped}
                options={known.map((unit) => ({ value: unit.id, label: unit.name }))}
                onChange={(id) => onChange({ ...post, chosen: [...post.chosen.filter((unit) => unit.id !== id), { id, name: nameOf(id) }] })}
              />
            )}
          </FormField>
        )}
        <fieldset className="choices wide-field">
          <legend>{t('staffForm.roles')}</legend>
          <div className="row g12 wrap">
            {roles.map((role) => (
              <label key={role} className="tick">
                <input type="checkbox" checked={post.roles.includes(role)} onChange={(event) => onChange({ ...post, roles: event.target.checked ? [...post.roles, role] : post.roles.filter((each) => each !== role) })} />
                {roleWord(role)}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      {post.scope === 'CHOSEN_UNITS' && post.chosen.length > 0 && (
        <Button small onClick={() => onChange({ ...post, chosen: [] })}>
          {t('staffForm.chosenClear')}
        </Button>
      )}
      {!only && (
        <Button small onClick={onDrop}>
          {t('staffForm.postDrop')}
        </Button>
      )}
    </section>
  );
}

function UnitName({ unit }: { unit: { id: string; name: string } }) {
  const found = useUnit(unit.name ? undefined : unit.id);
  return <span className="chosen-name">{unit.name || found.data?.name || '…'}</span>;
}
