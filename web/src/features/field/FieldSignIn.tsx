import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CutOffError, Problem } from '../../api/client';
import { signIn, useSignInOptions } from '../../api/session';
import { Mark } from '../../ui/Icon';
import { useRoleWord } from '../../ui/roles';

/** The same door with keys for gloves. */
export function FieldSignIn() {
  const { t } = useTranslation('field');
  const queries = useQueryClient();
  const options = useSignInOptions();
  const roleWord = useRoleWord();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [refused, setRefused] = useState<string>();
  const enter = async (name: string, word: string) => {
    setRefused(undefined);
    try {
      await signIn(queries, name, word, code || undefined);
    } catch (error) {
      if (error instanceof Problem && error.code === 'organisation.code-needed') setAsksCode(true);
      setRefused(error instanceof CutOffError ? t('signIn.cut') : error instanceof Error ? error.message : '');
    }
  };
  return (
    <main className="f-sign-in">
      <h1>
        <Mark size={40} /> {t('signIn.title')}
      </h1>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter(account, password);
        }}
      >
        <label htmlFor="f-account">{t('signIn.account')}</label>
        <input id="f-account" className="f-input" autoComplete="username" value={account} onChange={(event) => setAccount(event.target.value)} />
        <label htmlFor="f-password">{t('signIn.password')}</label>
        <input id="f-password" className="f-input" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        {(asksCode || options.data?.secondFactor) && (
          <>
            <label htmlFor="f-code">{t('signIn.code')}</label>
            <input id="f-code" className="f-input" inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
          </>
        )}
        {refused && (
          <p className="f-card" role="alert">
            <b>{t('signIn.refused')}</b> {refused}
          </p>
        )}
        <button type="submit" className="f-key main">
          {t('signIn.enter')}
        </button>
      </form>
      {options.data?.demo && (
        <section>
          <h2>
            {t('signIn.demo')} <span className="demo-mark">{t('demo')}</span>
          </h2>
          <div className="f-two">
            {options.data.signIns.map((seat) => (
              <button key={seat.name} type="button" className="f-key plain dashed" onClick={() => void enter(seat.name, seat.password)}>
                {roleWord(seat.label)} {seat.name}
              </button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}
