import { useTranslation } from 'react-i18next';
import type { Board } from '../../api/types';
import { Chip } from '../../ui/Chip';

const duties = ['free', 'at-work'] as const;

/** Beside the board: who is on duty, how to read the ruler, and today's figures. */
export function BoardPanel({ board }: { board: Board | undefined }) {
  const { t } = useTranslation('order');
  return (
    <aside className="card side" tabIndex={0} aria-label={t('panel.onDuty')}>
      <section>
        <div className="row">
          <h2 className="h3">{t('panel.onDuty')}</h2>
          <span className="sp" />
          <b className="num">{t('panel.people', { count: board?.onDuty.length ?? 0 })}</b>
        </div>
        {board?.onDuty.length === 0 && <p className="m t3">{t('panel.nobody')}</p>}
        {board?.onDuty.map((person) => {
          const known = duties.find((each) => each === person.state);
          return (
            <div key={person.staffId} className="row duty">
              <span>{person.name}</span>
              <span className="sp" />
              <Chip kind={known === 'at-work' ? 'reached' : 'fact'}>{known ? t(`duty.${known}`) : person.state}</Chip>
            </div>
          );
        })}
        <p className="s t3">{t('panel.place')}</p>
      </section>
      <section>
        <h2 className="h3">{t('panel.how')}</h2>
        <ul className="legend">
          <li>
            <i className="ruler-mk still" />
            {t('legend.ring')}
          </li>
          <li>
            <i className="ruler-mk still dot" />
            {t('legend.dot')}
          </li>
          <li>
            <i className="ruler-mk still diamond" />
            {t('legend.diamond')}
          </li>
          <li>
            <i className="ruler-mk still diamond done" />
            {t('legend.done')}
          </li>
          <li>
            <i className="legend-bar" />
            {t('legend.bar')}
          </li>
          <li>
            <i className="legend-red" />
            {t('legend.red')}
          </li>
        </ul>
        <p className="s t2">
          {t('legend.left')}
          <br />
          {t('legend.right')}
        </p>
      </section>
      {board && (
        <section>
          <h2 className="h3">{t('panel.today')}</h2>
          <dl className="figures">
            <div>
              <dt>{t('panel.signedInTime')}</dt>
              <dd className="num">
                {board.today.signedInTime[0]} / {board.today.signedInTime[1]}
              </dd>
            </div>
            <div>
              <dt>{t('panel.metInTime')}</dt>
              <dd className="num">
                {board.today.metInTime[0]} / {board.today.metInTime[1]}
              </dd>
            </div>
            <div>
              <dt>{t('panel.escalated')}</dt>
              <dd className="num">{board.today.escalated}</dd>
            </div>
            <div>
              <dt>{t('panel.exceptions')}</dt>
              <dd className="num">{board.today.exceptions}</dd>
            </div>
          </dl>
        </section>
      )}
    </aside>
  );
}
