import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff, UnitDetail } from '../../api/unitTypes';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { changeStaff, makeStaff, refreshOrganisation, type StaffDraft } from './api';
import { PostFields, type PostDraft } from './PostFields';
import { StaffAccess } from './StaffAccess';

interface StaffFormProps {
  unit: UnitDetail;
  person: Staff | undefined;
  onClose: () => void;
}

const states = ['active', 'blocked', 'left'] as const;

/** One person: name, posts and what goes with them; and for somebody who has them already, how they sign in. */
export function StaffForm({ unit, person, onClose }: StaffFormProps) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [posts, setPosts] = useState(() => postsOf(person, unit));
  const [tried, setTried] = useState(false);
  const missing = {
    number: draft.number.trim() ? undefined : t('form.missing'),
    name: draft.name.trim() ? undefined : t('form.missing'),
    account: !draft.account || /^[a-z0-9][a-z0-9._-]{0,39}$/.test(draft.account) ? undefined : t('staffForm.accountForm'),
    posts: posts.every((post) => post.unitId && post.title.trim() && post.roles.length > 0) ? undefined : t('staffForm.postMissing'),
  };
  const save = async () => {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    const done = await doing.run(async () => {
      const whole = commandOf(draft, posts);
      await (person ? changeStaff(person.id, whole) : makeStaff(whole));
      await refreshOrganisation(queries);
    });
    if (done) onClose();
  };
  const text = (name: 'number' | 'name' | 'account' | 'phone' | 'password') => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <Dialog
      title={person ? t('staffForm.edit', { name: person.name }) : t('staffForm.make', { unit: unit.name })}
      width={760}
      onClose={onClose}
      closeWord={t('form.cancel')}
      foot={
        <>
          {tried && missing.posts && <span className="s missing-word">{missing.posts}</span>}
          <span className="sp" />
          <Button kind="primary" busy={doing.busy} onClick={() => void save()}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <div className="form-grid">
          <FormField word={t('staffForm.name')} missing={tried ? missing.name : undefined}>
            {(wiring) => <input {...wiring} className="input" data-first maxLength={100} {...text('name')} />}
          </FormField>
          <FormField word={t('staffForm.number')} hint={person ? t('staffForm.numberFixed') : undefined} missing={tried ? missing.number : undefined}>
            {(wiring) => <input {...wiring} className="input mono" readOnly={Boolean(person)} maxLength={40} {...text('number')} />}
          </FormField>
          <FormField word={t('staffForm.account')} hint={t('staffForm.accountHint')} missing={tried ? missing.account : undefined}>
            {(wiring) => <input {...wiring} className="input mono" autoComplete="off" maxLength={40} {...text('account')} />}
          </FormField>
          <FormField word={t('staffForm.phone')} hint={person?.phoneMasked ? t('staffForm.phoneKept', { phone: person.phoneMasked }) : t('staffForm.phoneHint')}>
            {(wiring) => <input {...wiring} className="input" inputMode="tel" autoComplete="off" {...text('phone')} />}
          </FormField>
          {!person && (
            <FormField word={t('staffForm.password')} hint={t('staffForm.passwordHint')}>
              {(wiring) => <input {...wiring} className="input" type="password" autoComplete="new-password" {...text('password')} />}
            </FormField>
          )}
          {person && (
            <FormField word={t('staffForm.state')} hint={draft.state === 'active' ? undefined : t('staffForm.stateHint')}>
              {(wiring) => (
                <select {...wiring} className="input" value={draft.state} onChange={(event) => setDraft({ ...draft, state: event.target.value })}>
                  {states.map((state) => (
                    <option key={state} value={state}>
                      {t(`staffForm.states.${state}`)}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
          )}
        </div>
        {posts.map((post, index) => (
          <PostFields
            key={post.key}
            post={post}
            only={posts.length === 1}
            onChange={(changed) => setPosts(posts.map((each, at) => (at === index ? changed : each)))}
            onDrop={() => setPosts(posts.filter((each) => each !== post))}
          />
        ))}
        <div>
          <Button small onClick={() => setPosts([...posts, emptyPost(unit)])}>
            {t('staffForm.postAdd')}
          </Button>
        </div>
        {person && <StaffAccess person={person} />}
        {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      </div>
    </Dialog>
  );
}

function draftOf(person: Staff | undefined) {
  return { number: person?.number ?? '', name: person?.name ?? '', account: person?.account ?? '', phone: '', password: '', state: person?.state ?? 'active' };
}

function emptyPost(unit: UnitDetail): PostDraft {
  return { key: crypto.randomUUID(), unitId: unit.id, unitName: unit.name, title: '', roles: [], scope: 'UNIT', chosen: [] };
}

function postsOf(person: Staff | undefined, unit: UnitDetail): PostDraft[] {
  if (!person) return [emptyPost(unit)];
  return person.posts.map((post) => ({
    key: post.id ?? post.unitId + post.title,
    unitId: post.unitId,
    unitName: post.unitName,
    title: post.title,
    roles: post.roles,
    scope: post.scope,
    chosen: (post.chosen ?? []).map((id) => ({ id, name: '' })),
  }));
}

function commandOf(draft: ReturnType<typeof draftOf>, posts: PostDraft[]): StaffDraft {
  return {
    number: draft.number.trim(),
    name: draft.name.trim(),
    account: draft.account.trim() || null,
    phone: draft.phone.trim() || null,
    ...(draft.password ? { password: draft.password } : {}),
    state: draft.state,
    posts: posts.map((post) => ({ unitId: post.unitId, title: post.title.trim(), roles: post.roles, scope: post.scope, chosen: post.scope === 'CHOSEN_UNITS' ? post.chosen.map((unit) => unit.id) : [] })),
  };
}
