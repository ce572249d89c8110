import { useTranslation } from 'react-i18next';

const roles = [
  'WARNING_CLERK',
  'VISITING_OFFICER',
  'DISPATCHER',
  'UNIT_HEAD',
  'RULE_KEEPER',
  'PRIVACY_OFFICER',
  'ADMINISTRATOR',
  'STOP_PAYMENT_ISSUER',
  'STOP_PAYMENT_APPROVER',
  'PARTNER_CONTACT',
] as const;

/** Says a role in words; what is no role is said as it is. */
export function useRoleWord(): (role: string) => string {
  const { t } = useTranslation('ui');
  return (role) => {
    const known = roles.find((each) => each === role);
    return known ? t(`role.${known}`) : role;
  };
}
