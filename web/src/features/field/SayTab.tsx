import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import type { Episode } from '../../api/types';
import { Icon } from '../../ui/Icon';

const states = ['believes', 'unsure', 'disbelieves', 'paid'] as const;
const stings = ['order-brushing', 'fake-prosecutor', 'fake-customer-service', 'fake-investment', 'fake-loan'] as const;

/** The scam in one line, the first sentence, how the person is now, what to say then, and one thing not to say. */
export function SayTab({ episode }: { episode: Episode | undefined }) {
  const { t } = useTranslation(['field', 'script']);
  const me = useMe();
  const [state, setState] = useState<(typeof states)[number]>('unsure');
  const sting = stings.find((each) => each === episode?.scamType) ?? 'other';
  return (
    <>
      <p>
        <b>{t('say.sting')}</b>
        {t(`script:sting.${sting}`)}
      </p>
      <div className="f-card">
        <span className="f-small">{t('say.first')}</span>
        <p className="f-say">{t('script:first', { unit: me.data?.unit.name ?? '' })}</p>
      </div>
      <span className="f-small">{t('say.state')}</span>
      <div className="f-two" role="group" aria-label={t('say.state')}>
        {states.map((each) => (
          <button key={each} type="button" className="f-key plain" aria-pressed={each === state} onClick={() => setState(each)}>
            {t(`script:belief.${each}`)}
          </button>
        ))}
      </div>
      <div className="f-card">
        <span className="f-small">{t('say.then')}</span>
        <p className="f-say">{t(`script:next.${state}`)}</p>
        <p className="f-row">
          <Icon name="close" /> {t('script:not')}
        </p>
      </div>
    </>
  );
}
