import { StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../ui/language';
import { useTheme } from './theme';

const shared = {
  fontFamily: 'inherit',
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  fontWeightStrong: 600,
  controlHeight: 32,
  controlHeightSM: 28,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  motionDurationFast: '0.12s',
  motionDurationMid: '0.18s',
  lineWidthFocus: 2,
};

const day: ThemeConfig['token'] = {
  ...shared,
  colorPrimary: '#0a6a5c',
  colorInfo: '#0a6a5c',
  colorSuccess: '#0a6a5c',
  colorWarning: '#855600',
  colorError: '#855600',
  colorLink: '#0a6a5c',
  colorText: '#1a211e',
  colorTextSecondary: '#47524c',
  colorTextTertiary: '#626c66',
  colorTextDescription: '#626c66',
  colorTextPlaceholder: '#626c66',
  colorTextDisabled: '#626c66',
  colorBgLayout: '#f3f4f1',
  colorBgContainer: '#ffffff',
  colorFillAlter: '#fafbf9',
  colorBorder: '#c6ccc5',
  colorBorderSecondary: '#e2e5e0',
  colorSplit: '#e2e5e0',
  controlItemBgActive: '#eef6f4',
};

const night: ThemeConfig['token'] = {
  ...shared,
  colorPrimary: '#56c7b1',
  colorInfo: '#56c7b1',
  colorSuccess: '#56c7b1',
  colorWarning: '#e2b765',
  colorError: '#e2b765',
  colorLink: '#56c7b1',
  colorText: '#e9efec',
  colorTextSecondary: '#b9c5c0',
  colorTextTertiary: '#93a09a',
  colorTextDescription: '#93a09a',
  colorTextPlaceholder: '#93a09a',
  colorTextDisabled: '#93a09a',
  colorTextLightSolid: '#0d1211',
  colorBgLayout: '#0d1211',
  colorBgContainer: '#141b19',
  colorBgElevated: '#19211f',
  colorFillAlter: '#19211f',
  colorBorder: '#3e4b46',
  colorBorderSecondary: '#26302d',
  colorSplit: '#26302d',
  controlItemBgActive: '#172723',
};

/** Ant Design in our two themes. Its wave is off; focus stays visible. */
export function Antd({ children }: { children: ReactNode }) {
  const name = useTheme();
  const language = useLanguage();
  const [holder] = useState(holdStyles);
  return (
    <StyleProvider container={holder}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        wave={{ disabled: true }}
        theme={{ token: name === 'night' ? night : day, algorithm: name === 'night' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm, hashed: false }}
      >
        {children}
      </ConfigProvider>
    </StyleProvider>
  );
}

/**
 * Ant Design writes its styles as style elements, which a strict content policy refuses. They go into an element outside
 * the document and from there into one constructed sheet, which the policy allows.
 */
function holdStyles(): HTMLElement {
  const holder = document.createElement('div');
  const sheet = new CSSStyleSheet();
  const copy = () => sheet.replaceSync([...holder.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  new MutationObserver(copy).observe(holder, { childList: true, subtree: true, characterData: true });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return holder;
}
