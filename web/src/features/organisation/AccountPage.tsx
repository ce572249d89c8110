import { useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meKey, useMe } from '../../api/session';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { FormField } from '../../ui/FormField';
import { PageFrame } from '../../ui/PageFrame';
import { WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { AccountTabs } from './AccountTabs';
import { changePassword, confirmFactor, offerFactor } from './api';
import './organisation.css';

/** My own password and second factor. */
export function AccountPage() {
  const { t } = useTranslation('organisation');
  const me = useMe();
  const standing = me.data?.standing;
  return (
    <PageFrame flowing title={t('account.title')} tabs={<AccountTabs />} filters={<p className="m t2">{t('account.why')}</p>}>
      {standing?.passwordDue && <Failed title={t('account.due')}>{t('account.dueWhy')}</Failed>}
      <div className="account">
        <PasswordCard />
        <FactorCard key={String(standing?.factor)} inUse={standing?.factor ?? false} />
      </div>
    </PageFrame>
  );
}

function PasswordCard() {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const missing = {
    current: current ? undefined : t('form.missing'),
    fresh: fresh.length >= 10 ? undefined : t('account.short'),
    again: again === fresh ? undefined : t('account.differs'),
  };
  const change = async () => {
    setTried(true);
    if (missing.current || missing.fresh || missing.again) return;
    const changed = await doing.run(async () => {
      await changePassword(current, fresh);
      await Promise.all([queries.invalidateQueries({ queryKey: meKey }), queries.invalidateQueries({ queryKey: ['organisation'] })]);
    });
    if (!changed) return;
    setCurrent('');
    setFresh('');
    setAgain('');
    setTried(false);
    setDone(true);
  };
  return (
    <form
      className="card pad col g12"
      aria-label={t('account.password')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{t('account.password')}</h2>
      <FormField word={t('account.current')} missing={tried ? missing.current : undefined}>
        {(wiring) => <input {...wiring} className="input" type="password" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />}
      </FormField>
      <FormField word={t('account.fresh')} hint={t('account.freshHint')} missing={tried ? missing.fresh : undefined}>
        {(wiring) => <input {...wiring} className="input" type="password" autoComplete="new-password" value={fresh} onChange={(event) => setFresh(event.target.value)} />}
      </FormField>
      <FormField word={t('account.again')} missing={tried ? missing.again : undefined}>
        {(wiring) => <input {...wiring} className="input" type="password" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.target.value)} />}
      </FormField>
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      <div className="row g12">
        <Button kind="primary" type="submit" busy={doing.busy}>
          {t('account.change')}
        </Button>
        {done && <span role="status">{t('account.changed')}</span>}
      </div>
    </form>
  );
}

/** An authenticator app: scan, then prove it with one code. The one in use stays in use until then. */
function FactorCard({ inUse }: { inUse: boolean }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const doing = useDoing();
  const [password, setPassword] = useState('');
  const [offer, setOffer] = useState<{ uri: string; secret: string }>();
  const [code, setCode] = useState('');
  const start = () => doing.run(async () => setOffer(await offerFactor(password)));
  const confirm = () =>
    doing.run(async () => {
      await confirmFactor(code.trim());
      setOffer(undefined);
      setCode('');
      await queries.invalidateQueries({ queryKey: meKey });
    });
  return (
    <form
      className="card pad col g12"
      aria-label={t('account.factor')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (offer ? confirm() : start());
      }}
    >
      <h2 className="row g8">
        {t('account.factor')} {inUse ? <Chip kind="reached">{t('account.factorOn')}</Chip> : <Chip kind="undecided">{t('account.factorOff')}</Chip>}
      </h2>
      <p className="m t2">{t('account.factorWhy')}</p>
      {!offer && inUse && (
        <FormField word={t('account.current')} hint={t('account.factorAgain')}>
          {(wiring) => <input {...wiring} className="input" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
        </FormField>
      )}
      {offer && (
        <>
          <WhyLine>{t('account.scan')}</WhyLine>
          <div className="qr">
            <QRCodeSVG value={offer.uri} size={192} marginSize={2} role="img" title={t('account.qr')} />
          </div>
          <p className="m t2">
            {t('account.byHand')} <code className="mono wrap-any">{offer.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
          </p>
          <FormField word={t('signIn.code')} hint={t('signIn.codeHint')}>
            {(wiring) => <input {...wiring} className="input" inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={(event) => setCode(event.target.value)} />}
          </FormField>
        </>
      )}
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
      <div>
        <Button kind={offer || !inUse ? 'primary' : 'default'} type="submit" busy={doing.busy}>
          {offer ? t('account.confirm') : inUse ? t('account.renew') : t('account.start')}
        </Button>
      </div>
    </form>
  );
}
