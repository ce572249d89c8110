import { useTranslation } from 'react-i18next';
import { beliefs, type Script } from './scriptApi';
import './episode.css';

/** A script as a page: headings in the reader's language, what is said in Chinese. */
export function ScriptText({ script }: { script: Script }) {
  const { t } = useTranslation('script');
  return (
    <div className="script-text">
      <h2 className="h3">{t('part.what')}</h2>
      <p lang="zh-CN">{script.what}</p>
      <h2 className="h3">{t('part.steps')}</h2>
      <ol className="stages" lang="zh-CN">
        {script.steps.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <h2 className="h3">{t('part.opening')}</h2>
      <Said passages={[script.opening]} />
      {beliefs.map((belief, index) => (
        <div key={belief}>
          <h2 className="h3">
            <kbd className="kbd">{index + 1}</kbd> {t(`belief.${belief}`)}
          </h2>
          <Said passages={script.branches[belief]} />
        </div>
      ))}
      <h2 className="h3">{t('part.answers')}</h2>
      {script.answers.map((each) => (
        <div key={each.question}>
          <p className="t2" lang="zh-CN">
            {each.question}
          </p>
          <Said passages={[each.answer]} />
        </div>
      ))}
      <h2 className="h3">{t('part.questions')}</h2>
      <ol className="stages" lang="zh-CN">
        {script.questions.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <h2 className="h3">{t('part.manner')}</h2>
      <ul lang="zh-CN">
        {script.manner.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

/** Passages as they are said; what is filled in during the call stands out. */
function Said({ passages }: { passages: string[] }) {
  return (
    <div className="said" lang="zh-CN">
      {passages.map((passage) => (
        <p key={passage}>
          {passage.split(/([{][^{}]*[}])/).map((part, index) =>
            part.startsWith('{') ? <Value key={`${part}${index}`} name={part.slice(1, -1)} /> : part,
          )}
        </p>
      ))}
    </div>
  );
}

const values = ['unit', 'caller', 'code', 'page'] as const;

function Value({ name }: { name: string }) {
  const { t } = useTranslation('script');
  const known = values.find((each) => each === name);
  return <span className="chip">{known ? t(`value.${known}`) : name}</span>;
}
