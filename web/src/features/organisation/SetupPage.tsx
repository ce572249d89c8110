import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignInOptions } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { FormField } from '../../ui/FormField';
import { Mark } from '../../ui/Icon';
import { WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { setUp, type SetupDraft } from './api';
import { levels } from './words';
import './organisation.css';

const empty: SetupDraft = { code: '', unitCode: '', unitName: '', unitLevel: 'city', number: '', name: '', account: '', password: '' };

/** The first unit and its administrator, by whoever holds the code from the terminal. */
export function SetupPage() {
  const { t } = useTranslation('organisation');
  const options = useSignInOptions();
  const doing = useDoing();
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const needed = options.data?.setup ?? false;
  const missing = (name: keyof SetupDraft) => (tried && !draft[name].trim() ? t('form.missing') : undefined);
  const send = async () => {
    setTried(true);
    if (Object.values(draft).some((value) => !value.trim())) return;
    if (await doing.run(() => setUp(draft))) setDone(true);
  };
  const field = (name: keyof SetupDraft, more: { type?: string; hint?: string; autoComplete?: string } = {}) => (
    <FormField word={t(`setup.${name}`)} hint={more.hint} missing={missing(name)}>
      {(wiring) => <input {...wiring} className="input" type={more.type ?? 'text'} autoComplete={more.autoComplete ?? 'off'} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />}
    </FormField>
  );
  return (
    <main className="sign-in">
      <div className="sign-in-word">
        <div className="big">
          <Mark size={56} />
          <b>{t('signIn.name')}</b>
        </div>
        <p className="t2">{t('setup.promise')}</p>
        <ol className="setup-steps">
          {(['0', '1', '2'] as const).map((step) => (
            <li key={step}>{t(`setup.steps.${step}`)}</li>
          ))}
        </ol>
      </div>
      <div className="sign-in-form">
        <h1>
          {t('setup.title')} {options.data?.demo && <span className="demo-mark">{t('signIn.demoMark')}</span>}
        </h1>
        {done ? (
          <div className="col g12" role="status">
            <b>{t('setup.done')}</b>
            <p>{t('setup.doneWhy')}</p>
            <Link className="btn primary" to={paths.signIn}>
              {t('setup.toSignIn')}
            </Link>
          </div>
        ) : options.data && !needed ? (
          <WhyLine>
            {t('setup.notNeeded')} <Link to={paths.signIn}>{t('setup.toSignIn')}</Link>
          </WhyLine>
        ) : (
          <form
            className="col g12"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            {field('code', { hint: t('setup.codeHint') })}
            <div className="form-grid">
              {field('unitName', { hint: t('setup.unitNameHint') })}
              {field('unitCode', { hint: t('setup.unitCodeHint') })}
              <FormField word={t('setup.unitLevel')}>
                {(wiring) => (
                  <select {...wiring} className="input" value={draft.unitLevel} onChange={(event) => setDraft({ ...draft, unitLevel: event.target.value })}>
                    {levels
                      .filter((level) => level !== 'partner')
                      .map((level) => (
                        <option key={level} value={level}>
                          {t(`units.level.${level}`)}
                        </option>
                      ))}
                  </select>
                )}
              </FormField>
              {field('number')}
              {field('name')}
              {field('account', { hint: t('setup.accountHint'), autoComplete: 'username' })}
            </div>
            {field('password', { type: 'password', hint: t('account.freshHint'), autoComplete: 'new-password' })}
            {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
            <Button kind="primary" type="submit" busy={doing.busy}>
              {t('setup.make')}
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
