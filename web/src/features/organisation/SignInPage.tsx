import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CutOffError, Problem } from '../../api/client';
import { signIn, useSignInOptions } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { FormField } from '../../ui/FormField';
import { Mark } from '../../ui/Icon';
import { useRoleWord } from '../../ui/roles';
import { Failed } from '../../ui/States';
import './organisation.css';

/** The door: account and password, a code where the house asks for one; in the demo, the marked seats to sit down at. */
export function SignInPage({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const options = useSignInOptions();
  const roleWord = useRoleWord();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);

  const enter = async (name: string, word: string) => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await signIn(queries, name, word, code || undefined);
    } catch (error) {
      if (error instanceof Problem && error.code === 'organisation.code-needed') setCodeNeeded(true);
      else setRefused(wordOf(error, t('signIn.cut')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={compact ? 'sign-in compact' : 'sign-in'}>
      <div className="sign-in-word">
        <div className="big">
          <Mark size={compact ? 32 : 56} />
          <b>{t('signIn.name')}</b>
        </div>
        <p className="t2">{t('signIn.promise')}</p>
        <ol className="sign-in-loop" aria-label={t('signIn.loop')}>
          {(['noticed', 'judged', 'ordered', 'done', 'reported', 'measured'] as const).map((step) => (
            <li key={step}>{t(`loop.${step}`)}</li>
          ))}
        </ol>
      </div>
      <div className="sign-in-form">
        <h1>{t('signIn.title')}</h1>
        <form
          className="col g12"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void enter(account, password);
          }}
        >
          <FormField word={t('signIn.account')}>
            {(wiring) => <input {...wiring} className="input" autoComplete="username" autoFocus value={account} onChange={(event) => setAccount(event.target.value)} />}
          </FormField>
          <FormField word={t('signIn.password')}>
            {(wiring) => (
              <input {...wiring} className="input" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
            )}
          </FormField>
          {(codeNeeded || options.data?.secondFactor) && (
            <FormField word={t('signIn.code')} hint={t('signIn.codeHint')} missing={codeNeeded && !code ? t('signIn.codeMissing') : undefined}>
              {(wiring) => (
                <input {...wiring} className="input" inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={(event) => setCode(event.target.value)} />
              )}
            </FormField>
          )}
          {refused && <Failed title={t('signIn.refused')}>{refused}</Failed>}
          <Button kind="primary" type="submit" busy={busy}>
            {t('signIn.enter')}
          </Button>
        </form>
        {options.data?.setup && !compact && (
          <p className="setup-note">
            {t('signIn.setup')} <Link to={paths.setup}>{t('setup.title')}</Link>
          </p>
        )}
        {options.data?.demo && (
          <section className="col g8" aria-labelledby="demo-seats">
            <div className="row g8">
              <h2 id="demo-seats">{t('signIn.demo')}</h2>
              <span className="demo-mark">{t('signIn.demoMark')}</span>
            </div>
            <div className="demo-list">
              {options.data.signIns.map((seat) => (
                <button key={seat.name} type="button" className="btn" onClick={() => void enter(seat.name, seat.password)}>
                  <span>
                    {roleWord(seat.label)}
                    <small>{seat.unit}</small>
                  </span>
                  <span className="s t3 mono">{seat.name}</span>
                </button>
              ))}
            </div>
          </section>
        )}
      </div>
    </main>
  );
}

export function wordOf(error: unknown, cut: string): string {
  if (error instanceof CutOffError) return cut;
  return error instanceof Error ? error.message : cut;
}
