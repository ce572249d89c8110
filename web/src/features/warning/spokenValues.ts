import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import type { CallerCode } from '../../api/types';
import { paths } from '../../paths';

/** Who calls, from where, with which code and where it is checked: for the placeholders of a script. */
export function useSpokenValues(code: CallerCode | undefined): Record<string, string> {
  const { t } = useTranslation('script');
  const me = useMe().data;
  return {
    unit: me?.unit.name ?? '',
    caller: me?.name ?? '',
    code: code ? `${code.code.slice(0, 3)} ${code.code.slice(3)}` : t('noCode'),
    page: location.host + paths.verify,
  };
}
