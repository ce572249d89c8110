import type audit from '../messages/zh/audit.json';
import type awakening from '../messages/zh/awakening.json';
import type field from '../messages/zh/field.json';
import type indicator from '../messages/zh/indicator.json';
import type notification from '../messages/zh/notification.json';
import type order from '../messages/zh/order.json';
import type organisation from '../messages/zh/organisation.json';
import type script from '../messages/zh/script.json';
import type shell from '../messages/zh/shell.json';
import type track from '../messages/zh/track.json';
import type ui from '../messages/zh/ui.json';
import type warning from '../messages/zh/warning.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      audit: typeof audit;
      awakening: typeof awakening;
      field: typeof field;
      indicator: typeof indicator;
      notification: typeof notification;
      order: typeof order;
      organisation: typeof organisation;
      script: typeof script;
      shell: typeof shell;
      track: typeof track;
      ui: typeof ui;
      warning: typeof warning;
    };
  }
}
