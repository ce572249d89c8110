import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { InputWiring } from './FormField';
import { Icon } from './Icon';

interface DateInputProps extends Partial<InputWiring> {
  /** In the unit's zone: 2026-11-22, or 2026-11-22T14:31 with the time. Empty for none. */
  value: string;
  onChange: (value: string) => void;
  withTime?: boolean;
  /** What it is, where no label stands beside it. */
  label?: string;
}

const day = 'YYYY-MM-DD';
const minute = 'HH:mm';

/**
 * A date, and a time of the day, in the language of the page; typed or chosen. Opens within its dialog, as a modal one demands.
 * With icons of our own: those of Ant Design write styles into the document, which the content policy refuses.
 */
export function DateInput({ value, onChange, withTime, label, ...wiring }: DateInputProps) {
  return (
    <DatePicker
      {...wiring}
      className="date-input"
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange(chosen ? chosen.format(withTime ? `${day}T${minute}` : day) : '')}
      showTime={withTime ? { format: minute } : false}
      format={withTime ? `${day} ${minute}` : day}
      needConfirm={false}
      allowClear={withTime ? false : { clearIcon: <Icon name="close" small /> }}
      suffixIcon={<Icon name="calendar" small />}
      placeholder=""
      getPopupContainer={(node: HTMLElement) => node.closest('dialog') ?? document.body}
    />
  );
}
